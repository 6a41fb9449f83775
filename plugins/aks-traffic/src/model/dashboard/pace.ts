import { BurnDownDay } from './burnDown';

const dayMs = 24 * 60 * 60 * 1000;

/** Long enough for a release or two, short enough to notice when a campaign comes to a halt. */
const lookBackDays = 28;

/** Fewer days say nothing about a pace. */
const leastDays = 7;

/** How fast the number of services at risk changes. */
export type Pace =
  | { kind: 'too-short' }
  /** Nothing is at risk. */
  | { kind: 'done' }
  /** As many as before, or more. */
  | { kind: 'halted'; days: number; added: number }
  | {
      kind: 'falling';
      days: number;
      moved: number;
      /** The day on which nothing would be at risk, if it went on like this. */
      done: Date;
    };

/** The pace over the last four weeks, or over as many days as there are if those are fewer. */
export function paceOf(days: readonly BurnDownDay[]): Pace {
  const last = days.at(-1);
  if (last?.total === 0) {
    return { kind: 'done' };
  }
  const first = days.find(
    ({ time }) =>
      last !== undefined && time >= last.time - lookBackDays * dayMs,
  );
  if (first === undefined || last === undefined) {
    return { kind: 'too-short' };
  }
  const span = Math.round((last.time - first.time) / dayMs);
  if (span < leastDays) {
    return { kind: 'too-short' };
  }
  const moved = first.total - last.total;
  if (moved <= 0) {
    return { kind: 'halted', days: span, added: last.total - first.total };
  }
  const left = Math.ceil((last.total / moved) * span);
  return {
    kind: 'falling',
    days: span,
    moved,
    done: new Date(last.time + left * dayMs),
  };
}
