import type { ApiResource } from '../../estate/types';
import { Representation } from '../requests/negotiate';
import { ListOptions } from '../requests/parseListOptions';
import { tableOf } from '../store/ClusterObjects';
import { ObjectStore } from '../store/ObjectStore';
import { ObjectVersion } from '../store/ObjectVersion';
import { encodeContinue } from './continueToken';
import { readPosition } from './readPosition';

export interface ListObjectsOptions {
  store: ObjectStore;
  api: ApiResource;
  /** Absent for all of the cluster. */
  namespace?: string;
  list: ListOptions;
  representation: Representation;
  /** See `ReadPositionOptions`. */
  forceExpired: boolean;
}

/** A list, or a page of one, as JSON. Throws the API server's refusal. */
export function listObjects(options: ListObjectsOptions): string {
  const { store, api, namespace, list } = options;
  const position = readPosition({
    list,
    revision: store.revision,
    compactedRevision: store.compactedRevision,
    forceExpired: options.forceExpired,
  });
  const { revision, start = '', limit } = position;
  const prefix = keyPrefix(namespace);
  const range = { table: tableOf(api), prefix, revision };
  const page = readPage({
    versions: store.range({ ...range, from: prefix + start }),
    list,
    limit,
  });
  // The first key that sorts after the last one looked at.
  const next = `${page.lastKey}\u0000`;
  const remaining = page.full ? store.count({ ...range, from: next }) : 0;
  return writeList({
    api,
    representation: options.representation,
    revision,
    versions: page.versions,
    ...(remaining > 0 && {
      continueToken: encodeContinue({
        revision,
        start: next.slice(prefix.length),
      }),
      // What selectors would still leave out is not known before it is read.
      ...(!list.selective && { remaining }),
    }),
  });
}

/** The beginning of the keys of a namespace's objects. */
export function keyPrefix(namespace: string | undefined): string {
  return namespace === undefined ? '' : `${namespace}/`;
}

function readPage(options: {
  versions: Iterable<ObjectVersion>;
  list: ListOptions;
  limit: number | undefined;
}): { versions: ObjectVersion[]; lastKey?: string; full: boolean } {
  const { list, limit } = options;
  const versions: ObjectVersion[] = [];
  for (const version of options.versions) {
    if (list.matches(version.object)) {
      versions.push(version);
    }
    if (versions.length === limit) {
      return { versions, lastKey: version.key, full: true };
    }
  }
  return { versions, full: false };
}

function writeList(options: {
  api: ApiResource;
  representation: Representation;
  revision: number;
  versions: ObjectVersion[];
  continueToken?: string;
  remaining?: number;
}): string {
  const { api, representation, revision, continueToken, remaining } = options;
  const partial = representation === 'metadata';
  const shape = partial ? 'metadata' : 'item';
  const items = options.versions
    .map(version => version.toJson(api, shape))
    .join(',');
  const groupVersion =
    api.group === '' ? api.version : `${api.group}/${api.version}`;
  const head = JSON.stringify({
    kind: partial ? 'PartialObjectMetadataList' : `${api.kind}List`,
    apiVersion: partial ? 'meta.k8s.io/v1' : groupVersion,
    metadata: {
      resourceVersion: String(revision),
      ...(continueToken === undefined
        ? // Lists of custom resources name the empty token, those of built-in types leave it out.
          !api.builtIn && { continue: '' }
        : { continue: continueToken }),
      ...(remaining !== undefined && { remainingItemCount: remaining }),
    },
  });
  return `${head.slice(0, -1)},"items":[${items}]}`;
}
