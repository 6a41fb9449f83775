import type { ApiResource, StoredObject } from '../../estate/types';
import { createManagedFields } from './createManagedFields';

/**
 * How an object is written: `item` as lists carry it, `whole` as a get or an event does, `metadata` as
 * PartialObjectMetadata.
 */
export type ObjectShape = 'item' | 'whole' | 'metadata';

/** One state of an object. It never changes, so what is written of it once is kept. */
export class ObjectVersion {
  readonly #json = new Map<string, string>();

  constructor(
    readonly key: string,
    readonly revision: number,
    readonly object: StoredObject,
  ) {}

  /** The object as JSON, in the version of the API that the client asked for. */
  toJson(api: ApiResource, shape: ObjectShape): string {
    const cacheKey = `${shape} ${api.version}`;
    const known = this.#json.get(cacheKey);
    if (known !== undefined) {
      return known;
    }
    const json = JSON.stringify(this.#describe(api, shape));
    this.#json.set(cacheKey, json);
    return json;
  }

  #describe(api: ApiResource, shape: ObjectShape): unknown {
    const { apiVersion: _apiVersion, kind, metadata, ...content } = this.object;
    const fullMetadata = {
      ...metadata,
      managedFields:
        metadata.managedFields ?? createManagedFields(this.object, api),
    };
    if (shape === 'metadata') {
      return {
        kind: 'PartialObjectMetadata',
        apiVersion: 'meta.k8s.io/v1',
        metadata: fullMetadata,
      };
    }
    if (shape === 'item' && api.builtIn) {
      return { metadata: fullMetadata, ...content };
    }
    const apiVersion =
      api.group === '' ? api.version : `${api.group}/${api.version}`;
    return { kind, apiVersion, metadata: fullMetadata, ...content };
  }
}
