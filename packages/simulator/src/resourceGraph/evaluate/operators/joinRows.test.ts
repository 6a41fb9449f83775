import fc from 'fast-check';
import { keyOf, Row } from '../../values';
import { joinRows, JoinKind } from './joinRows';

const firstColumn = (row: Row) =>
  row[0] === undefined ? undefined : keyOf([row[0]]);

function join(kind: JoinKind, left: Row[], right: Row[]): Row[] {
  return joinRows({
    kind,
    left,
    right,
    leftKey: firstColumn,
    rightKey: firstColumn,
    emptyLeft: [undefined, undefined],
    emptyRight: [undefined, undefined],
  });
}

const left: Row[] = [
  ['a', 1],
  ['a', 2],
  ['b', 3],
  [undefined, 4],
];
const right: Row[] = [
  ['a', 10],
  ['a', 20],
  ['c', 30],
  [undefined, 40],
];

describe('joinRows', () => {
  it('joins every pair with equal keys', () => {
    expect(join('inner', left, right)).toEqual([
      ['a', 1, 'a', 10],
      ['a', 1, 'a', 20],
      ['a', 2, 'a', 10],
      ['a', 2, 'a', 20],
    ]);
  });

  it('uses one left row for each key when nothing else is said', () => {
    expect(join('innerunique', left, right)).toEqual([
      ['a', 1, 'a', 10],
      ['a', 1, 'a', 20],
    ]);
  });

  it('keeps left rows without a partner, those without a key too', () => {
    expect(join('leftouter', left, right).slice(4)).toEqual([
      ['b', 3, undefined, undefined],
      [undefined, 4, undefined, undefined],
    ]);
  });

  it('keeps the rows of both sides in a full join', () => {
    expect(join('fullouter', left, right).slice(6)).toEqual([
      [undefined, undefined, 'c', 30],
      [undefined, undefined, undefined, 40],
    ]);
  });

  it('gives a left join exactly the inner rows and one row for each left row without partner', () => {
    const rows = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'c', undefined), fc.integer()),
    ) as fc.Arbitrary<Row[]>;
    fc.assert(
      fc.property(rows, rows, (someLeft, someRight) => {
        const inner = join('inner', someLeft, someRight);
        const outer = join('leftouter', someLeft, someRight);
        const alone = someLeft.filter(
          ([key]) =>
            key === undefined || !someRight.some(([other]) => other === key),
        );
        expect(outer).toHaveLength(inner.length + alone.length);
        const all = join('fullouter', someLeft, someRight);
        expect(all.length).toBeGreaterThanOrEqual(outer.length);
      }),
    );
  });
});
