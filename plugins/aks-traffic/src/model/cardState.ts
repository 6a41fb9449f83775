import { ErrorLike, isError } from '@backstage/errors';
import { EntityTraffic, printable } from 'backstage-plugin-aks-traffic-common';

/** What is known about a request for an entity's traffic. */
export interface TrafficRequest {
  /** The newest answer, kept while a newer one is asked for or could not be had. */
  traffic?: EntityTraffic;
  /** Why the last attempt failed. */
  error?: ErrorLike;
  loading: boolean;
}

/** The one thing a card has to show. */
export type CardState =
  | { kind: 'loading' }
  | { kind: 'denied' }
  | { kind: 'failed'; error: ErrorLike }
  | { kind: 'not-annotated' }
  | { kind: 'not-found'; traffic: EntityTraffic; refreshError?: ErrorLike }
  | { kind: 'content'; traffic: EntityTraffic; refreshError?: ErrorLike };

/** Decides what a card shows. */
export function cardStateOf(request: TrafficRequest): CardState {
  const { traffic, error } = request;
  if (error !== undefined && isDenied(error)) {
    return { kind: 'denied' };
  }
  if (traffic === undefined) {
    return error === undefined
      ? { kind: 'loading' }
      : { kind: 'failed', error };
  }
  if (traffic.services.length > 0) {
    return { kind: 'content', traffic, refreshError: error };
  }
  return traffic.match.by === 'none'
    ? { kind: 'not-annotated' }
    : { kind: 'not-found', traffic, refreshError: error };
}

/**
 * Whether the backend answered that the user may not see this. The class is not asked for: errors that crossed
 * the network, or come from another copy of the library, only share the name.
 */
export function isDenied(error: ErrorLike): boolean {
  return (
    error.name === 'NotAllowedError' ||
    error.statusCode === 403 ||
    (isError(error.cause) && error.cause.name === 'NotAllowedError')
  );
}

/** Why a request failed, in the words of whoever knows best: the backend, if it answered. */
export function reasonOf(error: ErrorLike): string {
  return printable(isError(error.cause) ? error.cause.message : error.message);
}
