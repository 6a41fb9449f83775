import fc from 'fast-check';
import { distinctBy } from './distinctBy';

const sameLetters = {
  isSame: (left: string, right: string) =>
    left.toLowerCase() === right.toLowerCase(),
  likeness: (text: string) => text.toLowerCase().slice(0, 1),
};

describe('distinctBy', () => {
  it('keeps the first of several that are the same, in the order they came in', () => {
    expect(distinctBy(['b', 'a', 'B', 'A', 'ab'], sameLetters)).toEqual([
      'b',
      'a',
      'ab',
    ]);
  });

  it('finds the same among few and among many', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'A', 'ab', 'aB', 'b', 'c'), {
          maxLength: 40,
        }),
        texts => {
          const distinct = distinctBy(texts, sameLetters);
          const expected = texts.filter(
            (text, index) =>
              texts.findIndex(other => sameLetters.isSame(other, text)) ===
              index,
          );
          expect(distinct).toEqual(expected);
        },
      ),
    );
  });
});
