import { WatchLimits } from './WatchLimits';

/** However long a server wants to be left alone, it is asked again after this. */
const longestWishMs = 5 * 60_000;

/**
 * Milliseconds to wait before a broken stream is opened again: twice as long each time, and what the server asked for.
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
  const wanted = limits.firstRetryMs * 2 ** (failures - 1);
  const pauseMs = Math.min(wanted, limits.maxRetryMs) * (0.5 + random / 2);
  // A server that asks to be asked again at once is no reason to storm it.
  return retryAfterMs === undefined
    ? pauseMs
    : Math.max(
        pauseMs,
        Math.min(retryAfterMs, longestWishMs) * (1 + random / 4),
      );
}
