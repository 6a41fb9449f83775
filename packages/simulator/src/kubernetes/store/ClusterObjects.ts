import type { ApiResource, StoredObject } from '../../estate/types';
import { ApiCatalog } from '../discovery/ApiCatalog';
import { Clock } from '../../http';
import { ObjectStore, TableName } from './ObjectStore';
import { prepareObject } from './prepareObject';

/** Names an object; without a namespace that of a namespaced kind is `default`. */
export interface ObjectReference {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** Puts objects into a cluster's store as an API server would, whose kinds are those of a catalog. */
export class ClusterObjects {
  readonly #clusterName: string;
  readonly #identity: string;
  readonly #catalog: ApiCatalog;
  readonly #store: ObjectStore;
  readonly #clock: Clock;

  constructor(options: {
    clusterName: string;
    /** How often the cluster was made anew; 0 by default. */
    incarnation?: number;
    catalog: ApiCatalog;
    store: ObjectStore;
    clock: Clock;
  }) {
    const { clusterName, incarnation = 0 } = options;
    this.#clusterName = clusterName;
    this.#identity = incarnation
      ? `${clusterName} ${incarnation}`
      : clusterName;
    this.#catalog = options.catalog;
    this.#store = options.store;
    this.#clock = options.clock;
  }

  /** Creates or replaces an object; one that is the same already stays as it is. Throws for a kind that is not installed. */
  apply(object: StoredObject): void {
    const { table, key, namespace } = this.#locate({
      apiVersion: object.apiVersion,
      kind: object.kind,
      namespace: object.metadata.namespace,
      name: object.metadata.name,
    });
    const previous = this.#store.get(table, key);
    const create = (revision: number) =>
      prepareObject({
        object,
        namespace,
        identity: `${this.#identity}/${table}/${key}`,
        revision,
        previous: previous?.object,
        now: this.#clock.now(),
      });
    if (
      previous &&
      JSON.stringify(create(previous.revision)) ===
        JSON.stringify(previous.object)
    ) {
      return;
    }
    this.#store.put({ table, key, create });
  }

  /** The object with the namespace that it is in. Throws for a kind that is not installed. */
  locate(object: StoredObject): StoredObject {
    const { apiVersion, kind, metadata } = object;
    const { namespace } = this.#locate({ apiVersion, kind, ...metadata });
    return { ...object, metadata: { ...metadata, namespace } };
  }

  /** False when there is no such object. Throws for a kind that is not installed. */
  remove(reference: ObjectReference): boolean {
    const { table, key } = this.#locate(reference);
    return this.#store.delete(table, key);
  }

  #locate(reference: ObjectReference): {
    table: TableName;
    key: string;
    namespace: string | undefined;
  } {
    const { apiVersion, kind, name } = reference;
    const api = this.#catalog.findKind(apiVersion, kind);
    if (!api) {
      throw new Error(
        `Cluster '${
          this.#clusterName
        }' has no kind ${kind} in ${apiVersion}, needed for '${name}'. Add the API bundle that has it to the cluster's apis`,
      );
    }
    // The API server refuses these as well: the name is a part of the object's path.
    if (!name || name === '.' || name === '..' || /[/%]/.test(name)) {
      throw new Error(
        `'${name}' cannot be the name of a ${kind} in cluster '${
          this.#clusterName
        }'`,
      );
    }
    const namespace = api.namespaced
      ? reference.namespace ?? 'default'
      : undefined;
    return {
      table: tableOf(api),
      key: namespace === undefined ? name : `${namespace}/${name}`,
      namespace,
    };
  }
}

/** All versions of a resource share their objects. */
export function tableOf({
  group,
  resource,
}: Pick<ApiResource, 'group' | 'resource'>): TableName {
  return `${group}/${resource}`;
}
