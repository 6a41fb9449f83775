import fc from 'fast-check';
import {
  entriesField,
  field,
  listField,
  numberField,
  textField,
  textListField,
  textMapField,
} from './field';

describe('field', () => {
  const value = {
    spec: { rules: [{ host: 'a' }], count: 2, empty: '', none: null },
  };

  it('reads by path, through lists by index', () => {
    expect(field(value, 'spec.rules.0.host')).toBe('a');
    expect(numberField(value, 'spec.count')).toBe(2);
  });

  it.each(['spec.gone', 'spec.count.gone', 'spec.none', 'gone.gone', ''])(
    'finds nothing at %p',
    path => {
      expect(field(value, path)).toBeUndefined();
    },
  );

  it.each([
    'constructor',
    'spec.constructor.name',
    '__proto__',
    'spec.rules.length.toFixed',
  ])('does not find what is inherited, such as %s', path => {
    expect(field(value, path)).toBeUndefined();
  });

  it('takes the empty string for no text', () => {
    expect(textField(value, 'spec.empty')).toBeUndefined();
  });

  it('never throws, whatever the JSON and the path', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (json, path) => {
        field(json, path);
        textField(json, path);
        numberField(json, path);
        expect(Array.isArray(listField(json, path))).toBe(true);
        expect(
          textListField(json, path).every(each => typeof each === 'string'),
        ).toBe(true);
        expect(Array.isArray(entriesField(json, path))).toBe(true);
        expect(textMapField(json, path)).toBeInstanceOf(Map);
      }),
    );
  });
});
