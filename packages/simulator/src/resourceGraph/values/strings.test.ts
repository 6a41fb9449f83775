import fc from 'fast-check';
import { hasTerm, hasTermPrefix, hasTermSuffix } from './strings';

const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);

describe('hasTerm', () => {
  it('finds every word of a text, and no part of one', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1 }),
        fc.constantFrom(' ', '/', '-', '.', '_', ':'),
        (words, separator) => {
          const text = words.join(separator);
          for (const each of words) {
            expect(hasTerm(text, each)).toBe(true);
            expect(hasTermPrefix(text, each.slice(0, 1))).toBe(true);
            expect(hasTermSuffix(text, each.slice(-1))).toBe(true);
          }
        },
      ),
    );
    expect(hasTerm('North America', 'Amer')).toBe(false);
    expect(hasTermPrefix('North America', 'mer')).toBe(false);
    expect(hasTermSuffix('North America', 'Americ')).toBe(false);
  });

  it('finds a text of several words only between borders', () => {
    expect(hasTerm('/providers/microsoft.network/x', 'microsoft.network')).toBe(
      true,
    );
    expect(hasTerm('xmicrosoft.network', 'microsoft.network')).toBe(false);
  });

  it('looks further when the first occurrence is inside a word', () => {
    expect(hasTerm('shopping shop', 'shop')).toBe(true);
  });

  it('finds the empty text everywhere', () => {
    expect(hasTerm('', '')).toBe(true);
  });
});
