import { complete, unreachable } from '../../dev/fixtures/traffic';
import { ageOf, oldestReading } from './age';

const now = new Date('2026-11-22T09:00:00Z');

describe('ageOf', () => {
  it.each([
    ['2026-11-22T08:59:59Z', 1, 'second'],
    ['2026-11-22T08:59:00Z', 1, 'minute'],
    ['2026-11-22T08:00:01Z', 59, 'minute'],
    ['2026-11-22T08:00:00Z', 1, 'hour'],
    ['2026-11-20T08:00:00Z', 2, 'day'],
  ])('measures %s in the largest unit that fits', (moment, value, unit) => {
    expect(ageOf({ moment: new Date(moment), now })).toEqual({ value, unit });
  });

  it('takes a moment ahead of the clock for now', () => {
    expect(ageOf({ moment: new Date('2026-11-22T09:05:00Z'), now })).toEqual({
      value: 0,
      unit: 'second',
    });
  });
});

describe('oldestReading', () => {
  it('is as old as the oldest of the clusters', () => {
    expect(
      oldestReading([
        complete('a'),
        { ...complete('b'), observedAt: '2026-11-22T05:00:00Z' },
      ]),
    ).toEqual(new Date('2026-11-22T05:00:00Z'));
  });

  it('is not known when one of them was never read', () => {
    expect(oldestReading([complete('a'), unreachable('b')])).toBeUndefined();
    expect(oldestReading([])).toBeUndefined();
  });
});
