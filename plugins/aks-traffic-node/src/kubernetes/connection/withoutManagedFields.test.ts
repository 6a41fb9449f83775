import fc from 'fast-check';
import { withoutManagedFields } from './withoutManagedFields';

function cut(text: string): string {
  return withoutManagedFields(Buffer.from(text)).toString();
}

/** What is left when they are left out after parsing. */
function withoutThem(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutThem);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([name, below]) => name !== 'managedFields' || !Array.isArray(below),
      )
      .map(([name, below]) => [name, withoutThem(below)]),
  );
}

describe('withoutManagedFields', () => {
  it.each([
    ['first', '{"managedFields":[{"f:a":{}}],"name":"a"}', '{"name":"a"}'],
    ['last', '{"name":"a","managedFields":[{"f:a":{}}]}', '{"name":"a"}'],
    [
      'between others',
      '{"name":"a","managedFields":[],"uid":"1"}',
      '{"name":"a","uid":"1"}',
    ],
    ['alone', '{"managedFields":[[1],[2]]}', '{}'],
    [
      'with brackets and quotes in its names',
      '{"managedFields":[{"k:{\\"name\\":\\"a]\\"}":{"v:\\\\":[]}}],"name":"a"}',
      '{"name":"a"}',
    ],
    [
      'in every object of a list',
      '{"items":[{"managedFields":[1],"a":1},{"b":2,"managedFields":[2]}]}',
      '{"items":[{"a":1},{"b":2}]}',
    ],
    ['twice', '{"managedFields":[],"managedFields":[]}', '{}'],
    [
      'twice, behind something else',
      '{"a":1,"managedFields":[],"managedFields":[]}',
      '{"a":1}',
    ],
  ])('cuts the list that comes %s', (_, text, expected) => {
    expect(cut(text)).toBe(expected);
  });

  it.each([
    ['a text', '{"note":"\\"managedFields\\":[1]"}'],
    ['part of a longer name', '{"x\\"managedFields":[1]}'],
    ['something else than a list', '{"managedFields":{"a":1}}'],
    ['a list that does not end', '{"managedFields":[{"a":"]"}'],
    ['a text that does not end', '{"managedFields":["a]'],
    ['written with spaces', '{"managedFields": [1]}'],
  ])('leaves %s as it is', (_, text) => {
    expect(cut(text)).toBe(text);
  });

  it('leaves what parsing and leaving out afterwards would leave', () => {
    const { json } = fc.letrec<{ json: unknown; object: unknown }>(tie => ({
      object: fc.dictionary(
        fc.oneof(
          fc.string(),
          fc.constantFrom('managedFields', 'x"managedFields', 'managedFields"'),
        ),
        tie('json'),
        { maxKeys: 5 },
      ),
      json: fc.oneof(
        { maxDepth: 5 },
        fc.string({ unit: 'binary' }),
        fc.constantFrom('"managedFields":[', ']', '\\', '"', null, 1, true),
        tie('object'),
        fc.array(tie('json'), { maxLength: 4 }),
      ),
    }));
    fc.assert(
      fc.property(json, value => {
        const text = JSON.stringify(value);
        expect(JSON.parse(cut(text))).toEqual(withoutThem(JSON.parse(text)));
      }),
    );
  });

  it('looks at each byte a few times at most, whatever a server sends', () => {
    const name = '"managedFields":[';
    for (const text of [name.repeat(2000), `${name}"`.repeat(2000)]) {
      let reads = 0;
      const bytes = Buffer.from(text);
      const counted = new Proxy(bytes, {
        get(target, field) {
          reads += typeof field === 'string' && /^\d+$/.test(field) ? 1 : 0;
          const value = Reflect.get(target, field);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
      withoutManagedFields(counted);
      expect(reads).toBeLessThan(3 * text.length);
    }
  });

  it('never throws, and never makes an answer longer', () => {
    const pieces = fc.constantFrom(
      '"managedFields":[',
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      ',',
      'a',
    );
    fc.assert(
      fc.property(fc.array(pieces), parts => {
        const text = parts.join('');
        expect(cut(text).length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
