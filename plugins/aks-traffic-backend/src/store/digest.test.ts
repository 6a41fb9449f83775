import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { digest } from './digest';

describe('digest', () => {
  it('does not depend on the order of keys, at any depth', () => {
    expect(digest({ a: 1, b: { c: 2, d: [{ e: 3, f: 4 }] } })).toBe(
      digest({ b: { d: [{ f: 4, e: 3 }], c: 2 }, a: 1 }),
    );
  });

  it('depends on the order of lists', () => {
    expect(digest([1, 2])).not.toBe(digest([2, 1]));
  });

  it('sees a key called __proto__', () => {
    expect(digest(JSON.parse('{"__proto__":"x"}'))).not.toBe(digest({}));
  });

  it('is that of the JSON with sorted keys, as it has always been: rows are kept under it', () => {
    const json = '{"9":2,"10":1,"__proto__":{"c":null},"a":["x",{"d":1}]}';
    expect(
      digest(
        JSON.parse('{"a":["x",{"d":1}],"10":1,"9":2,"__proto__":{"c":null}}'),
      ),
    ).toBe(createHash('sha256').update(json).digest('hex'));
  });

  it('is the same exactly for the same JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        const same = canonical(left) === canonical(right);
        expect(digest(left) === digest(right)).toBe(same);
      }),
    );
  });
});

function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join()}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`);
    return `{${fields.join()}}`;
  }
  return JSON.stringify(value);
}
