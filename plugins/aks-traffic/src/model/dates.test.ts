import { daysUntil, parseDay, parseMoment } from './dates';

describe('parseDay', () => {
  it('reads the day of a date and of a time', () => {
    expect(parseDay('2026-11-30')).toEqual(new Date('2026-11-30T00:00:00Z'));
    expect(parseDay('2026-11-30T17:20:00Z')).toEqual(
      new Date('2026-11-30T00:00:00Z'),
    );
  });

  it.each(['', 'soon', '2026-13-45', '30.11.2026', '2026-11-30x'])(
    'does not make a day of %j',
    value => {
      expect(parseDay(value)).toBeUndefined();
    },
  );
});

describe('parseMoment', () => {
  it('reads a time and nothing else', () => {
    expect(parseMoment('2026-11-22T08:56:00Z')).toEqual(
      new Date('2026-11-22T08:56:00Z'),
    );
    expect(parseMoment(undefined)).toBeUndefined();
    expect(parseMoment('never')).toBeUndefined();
    expect(parseMoment('2026-11-22Tnonsense')).toBeUndefined();
  });
});

describe('daysUntil', () => {
  const day = new Date('2026-11-30T00:00:00Z');

  it.each([
    ['2026-11-22T00:00:00Z', 8],
    ['2026-11-22T23:59:59Z', 8],
    ['2026-11-30T23:59:59Z', 0],
    ['2026-12-01T00:00:00Z', -1],
  ])('counts whole days from %s', (now, days) => {
    expect(daysUntil({ day, now: new Date(now) })).toBe(days);
  });
});
