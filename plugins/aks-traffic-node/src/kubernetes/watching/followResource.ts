import { ObservedResource } from 'backstage-plugin-aks-traffic-engine';
import { ApiStreamer } from '../connection/ApiReader';
import { describeFailure } from '../connection/describeFailure';
import { KubernetesApiError, KubernetesFailure } from '../KubernetesApiError';
import { collectionOf } from '../listing/collectionOf';
import { ResourcePosition } from '../listing/readResource';
import { resourceName } from '../resourceName';
import { parseWatchEvent, WatchEvent } from './parseWatchEvent';
import { CutLineError, readLines } from './readLines';

const metadataOnly =
  'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json';

/**
 * Follows one watch of a resource from a position until the server ends it.
 *
 * @throws KubernetesApiError when it could not be opened, broke off, fell silent, or said something that is not an event;
 * with failure `expired` when the position is too old to go on from. Events that came before have been handed on.
 */
export async function followResource(options: {
  api: ApiStreamer;
  resource: ObservedResource;
  position: ResourcePosition;
  /** Asked of the server as the length of the watch. */
  lengthMs: number;
  silenceMs: number;
  /** Of one event. */
  maxBytes: number;
  signal: AbortSignal;
  /** Lets few streams be opened at a time. */
  inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>;
  onOpen: () => void;
  onEvent: (event: Exclude<WatchEvent, { type: 'expired' | 'error' }>) => void;
}): Promise<void> {
  const { api, resource, position, silenceMs, maxBytes, signal } = options;
  const fail = (failure: KubernetesFailure, what: string, cause?: unknown) =>
    new KubernetesApiError({
      cluster: api.cluster,
      resource: resourceName(resource),
      failure,
      message: `The API server ${what}`,
      cause,
    });
  const forgotten = () =>
    fail('expired', 'does not know the position any more (410)');
  const silence = new AbortController();
  const patience = setTimeout(() => silence.abort(), silenceMs);
  try {
    const request = {
      path: collectionOf(resource, position.version).path,
      query: {
        watch: 'true',
        allowWatchBookmarks: 'true',
        resourceVersion: position.resourceVersion,
        timeoutSeconds: String(Math.ceil(options.lengthMs / 1000)),
      },
      ...(resource.metadataOnly && { accept: metadataOnly }),
      resource: resourceName(resource),
    };
    const either = AbortSignal.any([signal, silence.signal]);
    const { body, token } = await options.inTurn(() =>
      api.stream(request, either),
    );
    options.onOpen();
    patience.refresh();
    const lines = readLines({
      body,
      maxBytes,
      onBytes: () => patience.refresh(),
    });
    for await (const line of lines) {
      const event = parseWatchEvent(line, token);
      if (!event) {
        throw fail('wrong-shape', 'sent something that is not an event');
      }
      if (event.type === 'expired') {
        throw forgotten();
      }
      if (event.type === 'error') {
        throw fail('server-error', `ended the watch: ${event.message}`);
      }
      options.onEvent(event);
    }
  } catch (error) {
    signal.throwIfAborted();
    if (silence.signal.aborted) {
      throw fail('timeout', `sent nothing for ${silenceMs / 1000} s`);
    }
    if (error instanceof KubernetesApiError) {
      // What the connection says of this status is about a list.
      throw error.failure === 'expired' ? forgotten() : error;
    }
    if (error instanceof CutLineError) {
      throw fail('cut-off', 'broke the watch off in the middle of an event');
    }
    const { failure, what } = describeFailure(error);
    throw fail(failure, what, error);
  } finally {
    clearTimeout(patience);
  }
}
