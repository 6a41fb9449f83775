/**
 * A date on which support ends, as a retirement or a version states it.
 *
 * @public
 */
export interface EndOfSupport {
  /** ISO date of the last day; absent when none was announced. */
  date?: string;
  /** `month` where the source names no day; `day` when absent. */
  precision?: 'day' | 'month';
  /** Whether the date is an estimate. */
  expected?: boolean;
}

/** How far an end of support has come: `approaching` is the quarter before it, `ending` the month of the date itself. */
export type Lifecycle =
  | 'undated'
  | 'announced'
  | 'approaching'
  | 'ending'
  | 'ended';

const approachingDays = 92;

/** Where `now` stands against an end of support, by days in UTC. */
export function lifecycleOf(end: EndOfSupport, now: Date): Lifecycle {
  if (end.date === undefined) {
    return 'undated';
  }
  const today = now.toISOString().slice(0, 10);
  if (today > end.date) {
    return 'ended';
  }
  if (today.slice(0, 7) === end.date.slice(0, 7)) {
    return 'ending';
  }
  const days = (Date.parse(end.date) - Date.parse(today)) / 86_400_000;
  return days <= approachingDays ? 'approaching' : 'announced';
}

/**
 * A clause about an end of support, such as "support ends in November 2026".
 *
 * Past dates are only as good as the last copy of the source, so the clause says so: an extension may have been
 * announced since.
 *
 * @public
 */
export function endOfSupportClause(end: EndOfSupport, now: Date): string {
  if (end.date === undefined) {
    return 'no end of support was announced';
  }
  const when =
    end.precision === 'month' ? `in ${monthOf(end.date)}` : `on ${end.date}`;
  if (lifecycleOf(end, now) === 'ended') {
    return end.expected
      ? `support probably ended ${when}`
      : `support ended ${when} according to the last statement seen`;
  }
  return end.expected
    ? `support is expected to end ${when}`
    : `support ends ${when}`;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function monthOf(date: string): string {
  return `${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}
