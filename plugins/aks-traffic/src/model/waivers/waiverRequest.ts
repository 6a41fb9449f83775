import { Finding } from 'backstage-plugin-aks-traffic-common';
import { addDays, toDay } from '../dates';

/** How long a reason may be; what the backend asks for. */
export const reasonLength = { min: 10, max: 1000 } as const;

const suggestedDays = 90;

/** The backend accepts a year; the last of these days ends within it, whatever the time is now. */
const longestDays = 364;

/** What the form that waives a finding asks about. */
export interface WaivableFinding {
  cluster: string;
  namespace: string;
  service: string;
  ruleId: string;
  /** What it was found about. */
  subject: Finding['subject'];
  /** What was found, in the finding's own words. */
  message: string;
}

/** The days a waiver can end on, as ISO dates in UTC. */
export interface ExpiryDays {
  first: string;
  suggested: string;
  last: string;
}

/** The days a waiver made now can end on. */
export function expiryDays(now: Date): ExpiryDays {
  return {
    first: toDay(addDays(now, 1)),
    suggested: toDay(addDays(now, suggestedDays)),
    last: toDay(addDays(now, longestDays)),
  };
}

/** The moment a waiver ends whose last day is the given one, in UTC. */
export function endOfDay(day: string): string {
  return `${day}T23:59:59.999Z`;
}

/** What is wrong with a reason, white space at its ends left out; `undefined` when nothing is. */
export function reasonProblem(
  reason: string,
): 'too-short' | 'too-long' | undefined {
  const { length } = reason.trim();
  if (length < reasonLength.min) {
    return 'too-short';
  }
  return length > reasonLength.max ? 'too-long' : undefined;
}
