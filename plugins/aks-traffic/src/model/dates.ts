const millisecondsPerDay = 24 * 60 * 60 * 1000;

/**
 * Reads the calendar day of an ISO date or time, at midnight UTC; `undefined` for anything else, because the
 * value comes over the wire.
 */
export function parseDay(iso: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(T|$)/.test(iso)) {
    return undefined;
  }
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? undefined : day;
}

/** Reads an ISO time; `undefined` when it is absent or not one. */
export function parseMoment(iso: string | undefined): Date | undefined {
  if (iso === undefined || parseDay(iso) === undefined) {
    return undefined;
  }
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

/**
 * Whole days from today until a day; negative once it is past. Days are counted in UTC, as the backend does
 * when it raises a severity, so that the card and the severity turn on the same midnight.
 */
export function daysUntil(options: { day: Date; now: Date }): number {
  const today = Date.UTC(
    options.now.getUTCFullYear(),
    options.now.getUTCMonth(),
    options.now.getUTCDate(),
  );
  return Math.round((options.day.getTime() - today) / millisecondsPerDay);
}

/** The ISO date of a moment, in UTC. */
export function toDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** The same time of day, some days later. */
export function addDays(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * millisecondsPerDay);
}
