import { endOfDay, expiryDays, reasonProblem } from './waiverRequest';

const yearMs = 365 * 24 * 60 * 60 * 1000;

describe('expiryDays', () => {
  it.each(['2026-11-22T00:00:00.000Z', '2026-11-22T23:59:59.999Z'])(
    'begins tomorrow and ends within a year, seen from %s',
    text => {
      const now = new Date(text);
      const days = expiryDays(now);

      expect(days.first).toBe('2026-11-23');
      expect(days.suggested).toBe('2027-02-20');
      const left = new Date(endOfDay(days.last)).getTime() - now.getTime();
      expect(left).toBeLessThanOrEqual(yearMs);
      expect(left).toBeGreaterThan(yearMs - 2 * 24 * 60 * 60 * 1000);
    },
  );
});

describe('reasonProblem', () => {
  it.each([
    ['', 'too-short'],
    ['   soon      ', 'too-short'],
    ['moves soon', undefined],
    [` ${'x'.repeat(1000)} `, undefined],
    ['x'.repeat(1001), 'too-long'],
  ])('says of %j: %s', (reason, problem) => {
    expect(reasonProblem(reason)).toBe(problem);
  });
});
