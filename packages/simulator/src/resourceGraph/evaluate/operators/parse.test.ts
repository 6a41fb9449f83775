import fc from 'fast-check';
import { createTextParser, PatternPart } from './parse';

const text = (value: string): PatternPart => ({ kind: 'text', text: value });
const column = (name: string, type = 'string'): PatternPart => ({
  kind: 'column',
  name,
  type,
});

describe('createTextParser', () => {
  it('takes an id apart', () => {
    const read = createTextParser([
      { kind: 'any' },
      text('/resourceGroups/'),
      column('group'),
      text('/providers/'),
      column('rest'),
    ]);
    expect(
      read('/subscriptions/s/resourceGroups/rg/providers/x/y/providers/z'),
    ).toEqual(['rg', 'x/y/providers/z']);
    expect(read('nothing of that')).toEqual(['', '']);
  });

  it('gives nothing when a number is none', () => {
    const read = createTextParser([
      column('name'),
      text(':'),
      column('port', 'long'),
    ]);
    expect(read('web:80')).toEqual(['web', 80]);
    expect(read('web:http')).toEqual(['', undefined]);
  });

  it('takes separators literally', () => {
    const separators = fc.string({ minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(separators, separator => {
        const read = createTextParser([
          column('left'),
          text(separator),
          column('right'),
        ]);
        const [left, right] = read(`${separator}x`);
        expect(`${left}${separator}${right}`).toBe(`${separator}x`);
      }),
    );
  });
});
