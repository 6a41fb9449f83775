const dayMs = 24 * 60 * 60 * 1000;

/** The day of a time, in UTC: `2026-11-22`. */
export function dayOf(time: Date | string): string {
  return (typeof time === 'string' ? time : time.toISOString()).slice(0, 10);
}

/** A day some days later, or earlier for a negative number. */
export function addDays(day: string, days: number): string {
  return dayOf(new Date(Date.parse(day) + days * dayMs));
}

/** The day that follows. */
export function dayAfter(day: string): string {
  return addDays(day, 1);
}
