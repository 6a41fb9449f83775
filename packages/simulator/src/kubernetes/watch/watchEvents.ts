import type { ApiResource, StoredObject } from '../../estate/types';
import { Representation } from '../requests/negotiate';
import { expired } from '../status/refusals';
import { Change } from '../store/ObjectStore';
import { ObjectVersion } from '../store/ObjectVersion';

/** How events are written for one watch. */
export interface EventFormat {
  api: ApiResource;
  representation: Representation;
}

/** An object that was there when the watch began. */
export function addedEvent(
  version: ObjectVersion,
  format: EventFormat,
): string {
  return objectEvent('ADDED', version, format);
}

/**
 * What a change means to a watch that shows only matching objects: one that starts to match appears, one that ceases to
 * is gone. Undefined when it means nothing.
 */
export function changeEvent(
  change: Change,
  matches: (object: StoredObject) => boolean,
  format: EventFormat,
): string | undefined {
  const { current, previous, deleted, revision } = change;
  const matched = previous !== undefined && matches(previous.object);
  if (!deleted && matches(current.object)) {
    return objectEvent(matched ? 'MODIFIED' : 'ADDED', current, format);
  }
  if (!matched) {
    return undefined;
  }
  const last = deleted ? current : atRevision(previous, revision);
  return objectEvent('DELETED', last, format);
}

/** Tells how far the watch has come without an event. */
export function bookmarkEvent(
  options: EventFormat & {
    revision: number;
    /** Ends the objects that were there when the watch began. */
    initialEventsEnd?: boolean;
  },
): string {
  const { api, representation, revision, initialEventsEnd } = options;
  const groupVersion =
    api.group === '' ? api.version : `${api.group}/${api.version}`;
  const partial = representation === 'metadata';
  return writeEvent(
    'BOOKMARK',
    JSON.stringify({
      kind: partial ? 'PartialObjectMetadata' : api.kind,
      apiVersion: partial ? 'meta.k8s.io/v1' : groupVersion,
      metadata: {
        resourceVersion: String(revision),
        creationTimestamp: null,
        ...(initialEventsEnd && {
          annotations: { 'k8s.io/initial-events-end': 'true' },
        }),
      },
    }),
  );
}

/** The watch was to begin at a revision that is gone. */
export function expiredEvent(requested: number, oldest: number): string {
  const { status } = expired(
    `too old resource version: ${requested} (${oldest})`,
  );
  return writeEvent('ERROR', JSON.stringify(status));
}

function objectEvent(
  type: string,
  version: ObjectVersion,
  { api, representation }: EventFormat,
): string {
  return writeEvent(
    type,
    version.toJson(api, representation === 'metadata' ? 'metadata' : 'whole'),
  );
}

function writeEvent(type: string, object: string): string {
  return `{"type":"${type}","object":${object}}\n`;
}

function atRevision(version: ObjectVersion, revision: number): ObjectVersion {
  const { object } = version;
  return new ObjectVersion(version.key, revision, {
    ...object,
    metadata: { ...object.metadata, resourceVersion: String(revision) },
  });
}
