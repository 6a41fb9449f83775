import { tallyOf } from './tally';

describe('tallyOf', () => {
  it('counts each value once and in order', () => {
    expect(
      tallyOf(['b', 'a', 'b'], (first, second) => first.localeCompare(second)),
    ).toEqual([
      { value: 'a', count: 1 },
      { value: 'b', count: 2 },
    ]);
  });
});
