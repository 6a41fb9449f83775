import { isError } from '@backstage/errors';

/** Turns the writing around, has no width, is a tag that nobody sees, and steers a terminal. */
export const marks = '\u202e\u200b\u{e0041}\u001b';

/** What must be on no screen: characters that nobody sees, or that move others. YAML has lines. */
export const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Fields whose values are words of a vocabulary, moments or versions, by which the portal decides what to show. */
const vocabulary = new Set([
  ...['kind', 'state', 'risk', 'severity', 'exposure', 'system', 'systems'],
  ...['tls', 'confidence', 'attached', 'mode', 'outcome', 'effort', 'by'],
  ...['status', 'effective', 'eligible', 'met', 'groupBy', 'date', 'asOf'],
  ...['target', 'deadline', 'observedAt', 'attemptedAt', 'deadlinePrecision'],
  ...['precision', 'expiresAt', 'createdAt', 'revokedAt', 'coverageState'],
  ...['day', 'deadlines', 'deadlinePrecisions', 'retirement', 'id', 'egress'],
  ...['networkPolicy', 'meshMtls', 'beganAt', 'endedAt', 'recommended'],
]);

/** An answer in which whatever somebody may have written ends with marks that nobody sees, names included. */
export function withMarks<T>(value: T, field = ''): T {
  if (typeof value === 'string') {
    return (vocabulary.has(field) ? value : `${value}${marks}`) as T;
  }
  if (Array.isArray(value)) {
    return value.map(each => withMarks(each, field)) as T;
  }
  if (typeof value === 'object' && value !== null && !isError(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, withMarks(each, key)]),
    ) as T;
  }
  return value;
}
