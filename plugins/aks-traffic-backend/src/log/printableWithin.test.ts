import { printableWithin } from './printableWithin';

describe('printableWithin', () => {
  it.each([
    ['a text that fits', 'x'.repeat(60), 'x'.repeat(60)],
    [
      'one that is longer',
      'x'.repeat(61),
      `${'x'.repeat(35)} (26 characters left out)`,
    ],
    [
      'one that is longer once it is written',
      '\u202e'.repeat(11),
      `${'\\u202e'.repeat(5)} (36 characters left out)`,
    ],
    [
      'one that is cut within a code',
      `x${'\u202e'.repeat(11)}`,
      `x${'\\u202e'.repeat(5)} (36 characters left out)`,
    ],
    [
      'one that is cut between the two codes of a character',
      `${'x'.repeat(30)}${'\u{e0001}'.repeat(9)}`,
      `${'x'.repeat(30)} (108 characters left out)`,
    ],
    [
      'one that is cut within a character',
      `x${'\u{1f512}'.repeat(40)}`,
      `x${'\u{1f512}'.repeat(17)} (46 characters left out)`,
    ],
  ])('says of %s what there is room for', (_, text, expected) => {
    const written = printableWithin(60, text);
    expect(written).toBe(expected);
    expect(written.length).toBeLessThanOrEqual(60);
  });
});
