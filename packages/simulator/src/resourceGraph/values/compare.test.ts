import fc from 'fast-check';
import { compare, differs, equals, equalsIgnoringCase, keyOf } from './compare';
import { Value } from './Value';

const scalar = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(undefined),
);

describe('equality', () => {
  it('is null between nulls and false between null and a value', () => {
    expect(equals(undefined, undefined)).toBeUndefined();
    expect(differs(undefined, undefined)).toBeUndefined();
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer()), value => {
        expect(equals(undefined, value)).toBe(false);
        expect(differs(value, undefined)).toBe(true);
      }),
    );
  });

  it('is symmetric', () => {
    fc.assert(
      fc.property(scalar, scalar, (left: Value, right: Value) => {
        expect(equals(left, right)).toBe(equals(right, left));
      }),
    );
  });

  it('compares a dynamic value as text with text', () => {
    expect(equals(true, 'true')).toBe(true);
    expect(equals(5, '5')).toBe(true);
    expect(equals('a', 'A')).toBe(false);
  });

  it('takes null for the empty string only where case does not matter', () => {
    expect(equalsIgnoringCase(undefined, '')).toBe(true);
    expect(equalsIgnoringCase('NGINX', 'nginx')).toBe(true);
  });
});

describe('order', () => {
  it('is an order of strings, and of numbers', () => {
    for (const values of [
      fc.array(fc.string(), { minLength: 2 }),
      fc.array(fc.integer(), { minLength: 2 }),
    ]) {
      fc.assert(
        fc.property(values as fc.Arbitrary<Value[]>, list => {
          const sorted = [...list].sort((a, b) => compare(a, b) ?? 0);
          for (let index = 1; index < sorted.length; index += 1) {
            expect(
              compare(sorted[index - 1], sorted[index]),
            ).toBeLessThanOrEqual(0);
          }
        }),
      );
    }
  });

  it('does not exist across types and with null', () => {
    expect(compare(1, '1')).toBeUndefined();
    expect(compare(undefined, 1)).toBeUndefined();
  });
});

describe('keys', () => {
  it('differ for null and all that is empty', () => {
    const values: Value[] = [undefined, '', false, 0, [], [null], {}, '[]'];
    const keys = values.map(value => keyOf([value]));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are the same exactly for the same strings', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string()),
        fc.array(fc.string()),
        (left, right) => {
          const same =
            left.length === right.length &&
            left.every((value, index) => value === right[index]);
          expect(keyOf(left) === keyOf(right)).toBe(same);
        },
      ),
    );
  });
});
