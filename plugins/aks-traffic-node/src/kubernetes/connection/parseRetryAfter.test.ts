import fc from 'fast-check';
import { parseRetryAfter } from './parseRetryAfter';

const now = new Date('2026-11-22T10:00:00Z');

describe('parseRetryAfter', () => {
  it.each([
    ['1', 1000],
    [' 30 ', 30_000],
    ['0', 0],
    ['Sun, 22 Nov 2026 10:00:05 GMT', 5000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
    [undefined, undefined],
    ['', undefined],
    ['-5', undefined],
    ['soon', undefined],
    ['Monday', undefined],
  ])('reads %j as %j ms', (header, milliseconds) => {
    expect(parseRetryAfter(header, now)).toBe(milliseconds);
  });

  it('gives a wait or nothing for any text', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(parseRetryAfter(text, now) ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
