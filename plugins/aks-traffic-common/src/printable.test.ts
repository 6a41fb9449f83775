import fc from 'fast-check';
import { printable, printableJson, printableLines } from './printable';

const steering =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|##(vso)?\[|::[a-z][\w-]*(\s[^:]*)?::/iu;

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
  ])('writes %s as its code', (_, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it('leaves text of all languages as it is', () => {
    const text =
      '## A fe80::1 and ::ffff:10.0.0.1 std::x [a] Überlast → 東京 العربية 🚀';

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
