import { Value } from '../values';
import { aggregates } from './aggregates';

function aggregate(name: string, rows: Value[][]): Value {
  return aggregates.get(name)!(rows);
}

const values: Value[][] = [['b'], [undefined], ['a'], ['b']];

describe('aggregates', () => {
  it('count rows, and values only where values are asked for', () => {
    expect(aggregate('count', values)).toBe(4);
    expect(aggregate('dcount', values)).toBe(2);
    expect(aggregate('countif', [[true], [undefined], [false]])).toBe(1);
  });

  it('collect values without nulls', () => {
    expect(aggregate('make_list', values)).toEqual(['b', 'a', 'b']);
    expect(aggregate('make_set', values)).toEqual(['b', 'a']);
    expect(
      aggregate('make_list', [
        ['a', 1],
        ['b', 1],
      ]),
    ).toEqual(['a']);
  });

  it('find the extremes and nothing where there is nothing', () => {
    expect(aggregate('max', values)).toBe('b');
    expect(aggregate('min', values)).toBe('a');
    expect(aggregate('min', [])).toBeUndefined();
    expect(aggregate('any', values)).toBe('b');
    expect(aggregate('avg', [])).toBeUndefined();
    expect(aggregate('avg', [[1], [undefined], [3]])).toBe(2);
  });
});
