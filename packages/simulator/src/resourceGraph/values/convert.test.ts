import fc from 'fast-check';
import { toBoolean, toInteger, toReal, toText } from './convert';

describe('toText', () => {
  it('makes null the empty string and bags JSON', () => {
    expect(toText(undefined)).toBe('');
    expect(toText({ a: [1, null] })).toBe('{"a":[1,null]}');
    expect(toText(true)).toBe('true');
  });

  it('reads numbers back', () => {
    fc.assert(
      fc.property(fc.integer(), value => {
        expect(toInteger(toText(value))).toBe(value);
      }),
    );
  });
});

describe('conversions from text', () => {
  it.each([
    ['true', true],
    ['True', true],
    ['0', false],
    ['yes', undefined],
    ['', undefined],
  ])('reads %j as the truth value %j', (text, expected) => {
    expect(toBoolean(text)).toBe(expected);
  });

  it.each([
    ['12', 12],
    ['-1.5e1', -15],
    ['0x10', undefined],
    ['', undefined],
    ['12 apples', undefined],
    ['Infinity', undefined],
  ])('reads %j as the number %j', (text, expected) => {
    expect(toReal(text)).toBe(expected);
  });

  it('cuts fractions off', () => {
    expect(toInteger('1.9')).toBe(1);
    expect(toInteger(-1.9)).toBe(-1);
    expect(toInteger(['1'])).toBeUndefined();
  });
});
