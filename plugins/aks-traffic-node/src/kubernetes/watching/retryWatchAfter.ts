import { WatchLimits } from './WatchLimits';

/** However long a server wants to be left alone, it is asked again after this. */
const longestWishMs = 5 * 60_000;

/**
 * Milliseconds to wait before a broken stream is opened again: what the server asked for, else twice as long each time.
 * Chance spreads them out, so that the streams that broke together do not come back together.
 */
export function retryWatchAfter(options: {
  /** Failures in a row, 1 after the first. */
  failures: number;
  retryAfterMs?: number;
  limits: Pick<WatchLimits, 'firstRetryMs' | 'maxRetryMs'>;
  /** From 0 to 1. */
  random: number;
}): number {
  const { failures, retryAfterMs, limits, random } = options;
  if (retryAfterMs !== undefined) {
    return Math.min(retryAfterMs, longestWishMs) * (1 + random / 4);
  }
  const wanted = limits.firstRetryMs * 2 ** (failures - 1);
  return Math.min(wanted, limits.maxRetryMs) * (0.5 + random / 2);
}
