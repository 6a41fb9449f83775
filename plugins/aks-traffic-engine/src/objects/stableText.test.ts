import fc from 'fast-check';
import { stableText } from './stableText';

describe('stableText', () => {
  it('is JSON of the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(JSON.parse(stableText(value))).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
    );
  });

  it('does not depend on the order of keys, at any depth', () => {
    expect(stableText({ b: [{ d: 1, c: 2 }], a: undefined })).toBe(
      stableText({ b: [{ c: 2, d: 1 }] }),
    );
  });

  it('gives no text for values that cannot be written', () => {
    let deep: unknown = 0;
    for (let level = 0; level < 100_000; level += 1) {
      deep = [deep];
    }
    expect(stableText(deep)).toBe('');
    expect(stableText(undefined)).toBe('');
  });
});
