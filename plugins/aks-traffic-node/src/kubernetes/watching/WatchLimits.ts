/**
 * How patient the watch of a cluster is.
 *
 * @public
 */
export interface WatchLimits {
  /** Milliseconds after which the server is to end a stream; up to twice that, by chance, so that they do not end together. */
  streamMs: number;
  /** Milliseconds without a byte after which a stream counts as dead. Servers send a bookmark each minute. */
  silenceMs: number;
  /** Milliseconds from the lists until every resource has a stream; then the watch of the cluster is given up, however busy the server says it is. */
  beginWithinMs: number;
  /** Milliseconds for which one resource may go without a stream until the watch of the cluster is given up. */
  giveUpAfterMs: number;
  /** The same for a resource whose watches the server turns away as too many requests: it says itself when to come back. */
  giveUpBusyAfterMs: number;
  /** Milliseconds to the first attempt to open a broken stream again; doubled for each one after. */
  firstRetryMs: number;
  /** Most milliseconds between two attempts. */
  maxRetryMs: number;
  /** Milliseconds after which a resource that may not be listed, or cannot be, is tried again. */
  retryUnreadMs: number;
}

/**
 * What suits API servers as they are.
 *
 * @public
 */
export const defaultWatchLimits: WatchLimits = {
  streamMs: 5 * 60_000,
  silenceMs: 150_000,
  beginWithinMs: 30_000,
  giveUpAfterMs: 20_000,
  giveUpBusyAfterMs: 5 * 60_000,
  firstRetryMs: 1_000,
  maxRetryMs: 10_000,
  retryUnreadMs: 5 * 60_000,
};
