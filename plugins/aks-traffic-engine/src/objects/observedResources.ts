import { kinds, ObservedKind } from './kinds';

/**
 * A Kubernetes resource the engine wants listed.
 *
 * @public
 */
export interface ObservedResource {
  /** API group; the empty string is the core group. */
  group: string;
  /** Versions the engine understands, best first: list with the first one the API server serves. */
  versions: readonly string[];
  kind: string;
  /** Plural resource name. */
  resource: string;
  namespaced: boolean;
  /** Only the metadata is used: ask for `PartialObjectMetadata` where the server offers it. */
  metadataOnly: boolean;
}

/**
 * The resources to list in a cluster, in a stable order. Never Secrets, never ConfigMaps.
 *
 * @public
 */
export const observedResources: readonly ObservedResource[] = Object.values(
  kinds,
).map((kind: ObservedKind) => ({
  group: kind.group,
  versions: kind.versions,
  kind: kind.kind,
  resource: kind.resource,
  namespaced: kind.namespaced,
  metadataOnly: kind === kinds.customResourceDefinition,
}));
