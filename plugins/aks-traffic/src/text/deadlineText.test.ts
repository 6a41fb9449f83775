import { managedNginxEnding } from '../../dev/fixtures/findings';
import { managedNginxRetirement } from '../../dev/fixtures/retirements';
import { englishTexts } from '../__testUtils__/englishTexts';
import { Deadline, deadlineOf } from '../model/risk';
import { deadlineText } from './deadlineText';

const texts = englishTexts();

function deadlineAt(now: string, withRetirement = true): Deadline {
  const deadline = deadlineOf({
    finding: managedNginxEnding,
    retirement: withRetirement ? managedNginxRetirement : undefined,
    now: new Date(now),
  });
  if (deadline === undefined) {
    throw new Error('The fixture has a deadline');
  }
  return deadline;
}

describe('deadlineText', () => {
  it.each([
    ['2026-11-22T09:00:00Z', '8 days left'],
    ['2026-11-29T09:00:00Z', '1 day left'],
    ['2026-11-30T09:00:00Z', 'Last day of the month'],
  ])('counts down at %s', (now, summary) => {
    expect(deadlineText(texts, deadlineAt(now))).toEqual({
      summary,
      detail: 'through November 2026',
    });
  });

  it('names the day where the source does', () => {
    const deadline = deadlineOf({
      finding: { deadline: '2026-11-30' },
      retirement: { ...managedNginxRetirement, precision: 'day' },
      now: new Date('2026-11-30T09:00:00Z'),
    });

    expect(deadlineText(texts, deadline!)).toEqual({
      summary: 'Last day',
      detail: 'until 30 November 2026',
    });
  });

  it('is as exact about a version as what its versions are listed in', () => {
    const deadline = deadlineOf({
      finding: { deadline: '2027-03-31' },
      retirement: { ...managedNginxRetirement, date: undefined },
      now: new Date('2026-11-30T09:00:00Z'),
    });

    expect(deadlineText(texts, deadline!).detail).toBe('through March 2027');
  });

  it('uses the wording of the announcement once the month is over', () => {
    expect(deadlineText(texts, deadlineAt('2026-12-01T00:00:00Z'))).toEqual({
      summary:
        'Support ended in November 2026 according to the last statement seen',
    });
  });

  it('speaks of a deadline where no support ended', () => {
    expect(
      deadlineText(texts, deadlineAt('2026-12-01T00:00:00Z', false)),
    ).toEqual({ summary: 'Deadline passed 30 November 2026' });
  });
});
