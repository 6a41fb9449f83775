/**
 * Told what watches do.
 *
 * @public
 */
export interface WatchMeter {
  /** A stream was opened, or ended. */
  streams(change: 1 | -1): void;
  /** An event came, bookmarks included. */
  event(): void;
  /** A stream broke and is opened again. */
  restart(): void;
  /** A resource was listed again, because there was nowhere to go on from. */
  relist(): void;
}

/** Counts nothing. */
export const noMeter: WatchMeter = {
  streams: () => {},
  event: () => {},
  restart: () => {},
  relist: () => {},
};
