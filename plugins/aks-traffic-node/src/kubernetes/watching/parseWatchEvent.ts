import { withoutCredentials } from '../../withoutCredentials';
import { property, textProperty } from '../json';

/** One line of a watch. */
export type WatchEvent =
  | { type: 'changed'; raw: object; resourceVersion: string }
  | { type: 'deleted'; raw: object; resourceVersion: string }
  /** Nothing happened up to this version. */
  | { type: 'bookmark'; resourceVersion: string }
  /** The watch began at a version that the server does not have any more, or came to one. */
  | { type: 'expired' }
  /** The server gives the watch up, in its own words. */
  | { type: 'error'; message: string };

/**
 * Reads one line of a watch.
 *
 * @param token - what the watch was opened with; the server may repeat it.
 * @returns undefined for everything that is not an event: what was lost with it cannot be known, so the stream is not to
 * be followed any further.
 */
export function parseWatchEvent(
  line: string,
  token?: string,
): WatchEvent | undefined {
  let event: unknown;
  try {
    event = JSON.parse(line);
  } catch {
    return undefined;
  }
  const object = property(event, 'object');
  if (typeof object !== 'object' || object === null) {
    return undefined;
  }
  const type = property(event, 'type');
  if (type === 'ERROR') {
    return property(object, 'code') === 410
      ? { type: 'expired' }
      : {
          type: 'error',
          message: withoutCredentials(
            textProperty(object, 'message') ?? 'no reason',
            [token],
          ).slice(0, 300),
        };
  }
  const metadata = property(object, 'metadata');
  const resourceVersion = textProperty(metadata, 'resourceVersion');
  if (resourceVersion === undefined) {
    return undefined;
  }
  if (type === 'BOOKMARK') {
    return { type: 'bookmark', resourceVersion };
  }
  if (textProperty(metadata, 'name') === undefined) {
    return undefined;
  }
  switch (type) {
    case 'ADDED':
    case 'MODIFIED':
      return { type: 'changed', raw: object, resourceVersion };
    case 'DELETED':
      return { type: 'deleted', raw: object, resourceVersion };
    default:
      return undefined;
  }
}
