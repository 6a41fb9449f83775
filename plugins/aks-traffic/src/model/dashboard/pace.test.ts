import { BurnDownDay } from './burnDown';
import { paceOf } from './pace';

const dayMs = 24 * 60 * 60 * 1000;
const begin = Date.parse('2026-10-01T00:00:00Z');

/** One day for each total. */
function daysOf(totals: number[]): BurnDownDay[] {
  return totals.map((total, index) => ({
    time: begin + index * dayMs,
    total,
    unread: 0,
    atRisk: {},
  }));
}

describe('paceOf', () => {
  it('says nothing about a few days', () => {
    expect(paceOf([])).toEqual({ kind: 'too-short' });
    expect(paceOf(daysOf([9, 8, 7, 6, 5, 4, 3]))).toEqual({
      kind: 'too-short',
    });
  });

  it('names the day on which everything has moved if it goes on like this', () => {
    expect(
      paceOf(daysOf([20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10])),
    ).toEqual({
      kind: 'falling',
      days: 10,
      moved: 10,
      done: new Date('2026-10-21T00:00:00Z'),
    });
  });

  it('looks at the last four weeks only, so that a halt is noticed', () => {
    const totals = [50, ...Array.from({ length: 40 }, () => 10)];

    expect(paceOf(daysOf(totals))).toEqual({
      kind: 'halted',
      days: 28,
      added: 0,
    });
  });

  it('counts what came on top', () => {
    expect(paceOf(daysOf([3, 3, 3, 3, 3, 3, 3, 5]))).toEqual({
      kind: 'halted',
      days: 7,
      added: 2,
    });
  });

  it('is done when nothing is at risk, however short the history', () => {
    expect(paceOf(daysOf([0]))).toEqual({ kind: 'done' });
  });
});
