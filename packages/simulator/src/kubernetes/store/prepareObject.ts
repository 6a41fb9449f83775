import { createHash } from 'node:crypto';
import type { StoredObject } from '../../estate/types';

export interface PrepareObjectOptions {
  object: StoredObject;
  namespace: string | undefined;
  /** Anything that tells this object from every other one of the estate. */
  identity: string;
  revision: number;
  previous: StoredObject | undefined;
  now: Date;
}

/** The object with what an API server adds to it: uid, version, generation, times. The argument is left as it is. */
export function prepareObject(options: PrepareObjectOptions): StoredObject {
  const { object, namespace, identity, revision, previous, now } = options;
  const {
    name,
    namespace: _namespace,
    uid,
    creationTimestamp,
    generation: _generation,
    resourceVersion: _resourceVersion,
    ...rest
  } = object.metadata;
  const generation = nextGeneration(object, previous);
  return {
    ...object,
    metadata: {
      name,
      ...(namespace !== undefined && { namespace }),
      uid: previous?.metadata.uid ?? uid ?? createUid(identity, revision),
      resourceVersion: String(revision),
      ...(generation !== undefined && { generation }),
      creationTimestamp:
        previous?.metadata.creationTimestamp ??
        creationTimestamp ??
        now.toISOString().replace(/\.\d+Z$/, 'Z'),
      ...rest,
    },
  };
}

/** Counts the changes of the spec; kinds without one have no generation. */
function nextGeneration(
  object: StoredObject,
  previous: StoredObject | undefined,
): number | undefined {
  if (object.spec === undefined) {
    return undefined;
  }
  const before = Number(previous?.metadata.generation ?? 0);
  return previous &&
    JSON.stringify(previous.spec) === JSON.stringify(object.spec)
    ? before
    : before + 1;
}

/** The same at every start for the same estate, another one for an object that was deleted and made again. */
function createUid(identity: string, revision: number): string {
  const digest = createHash('sha256')
    .update(`${identity}\n${revision}`)
    .digest('hex');
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `4${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}
