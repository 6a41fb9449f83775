import fc from 'fast-check';
import { printable, printableJson, printableLines } from './printable';

const steering =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u3164\u{e0100}]|##(vso)?\[|::[a-z][\w-]*(\s[^:]*)?::/iu;

/** Text that is likely to have characters a terminal obeys. */
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\u001b]8;;https://example.com\u0007',
      '\u009b31m',
      '\u202e',
      '\u2066',
      '\u180e',
      '\u{e0041}',
      '\u3164',
      '\ufe0f',
      '\u{e0100}',
      '\r',
      '\n',
      '\b',
      '##vso[',
      '##[',
      '::error::',
      '#',
      ':',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  ),
});

const direction =
  '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';
const noWidth = '\u00ad\u034f\u180e\u200b\u200c\u200d\u2060\u2064\ufeff';
const noInk = '\u115f\u1160\u17b4\u2800\u3164\uffa0';

function codesOf(text: string): string {
  return Array.from(
    text,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ).join('');
}

describe('printable', () => {
  it.each([
    ['a colour', '\u001b[31mred', '\\u001b[31mred'],
    ['a colour in one character of C1', '\u009b31m', '\\u009b31m'],
    ['a link', '\u001b]8;;x\u0007y', '\\u001b]8;;x\\u0007y'],
    ['another direction', 'a\u202eb\u2069', 'a\\u202eb\\u2069'],
    ['a new line', 'a\r\nb', 'a\\u000d\\u000ab'],
    [
      'a command to Azure Pipelines',
      'a ##vso[task.setvariable variable=x]y',
      'a \\u0023#vso[task.setvariable variable=x]y',
    ],
    ['a command of the older kind', '##[error]x', '\\u0023#[error]x'],
    [
      'a command to GitHub Actions',
      '::error file=a,line=1::x',
      '\\u003a:error file=a,line=1::x',
    ],
    ['an invisible tag', 'a\u{e0041}', 'a\\udb40\\udc41'],
    ['every mark of direction', direction, codesOf(direction)],
    ['what has no width', noWidth, codesOf(noWidth)],
    ['letters without ink', noInk, codesOf(noInk)],
    ['a selector of nothing', '1\ufe0f', '1\\ufe0f'],
    ['half a character', 'a\ud83db', 'a\\ud83db'],
  ])('writes %s as its code', (_, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it('leaves text of all languages as it is', () => {
    const text =
      '## A fe80::1 and ::ffff:10.0.0.1 std::x [a] Überlast → 東京 العربية 🚀 ⚠️';

    expect(printable(text)).toBe(text);
  });

  it('lets nothing through that steers a terminal', () => {
    fc.assert(
      fc.property(hostile, text => {
        expect(printable(text)).not.toMatch(steering);
        for (const line of printableLines(text).split('\n')) {
          expect(line).not.toMatch(steering);
        }
      }),
    );
  });

  it('keeps the meaning of JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(hostile, hostile), value => {
        const json = printableJson(value);

        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
        for (const line of json.split('\n')) {
          expect(line).not.toMatch(steering);
        }
      }),
    );
  });
});
