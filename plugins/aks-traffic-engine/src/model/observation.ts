import { ClusterCoverage } from 'backstage-plugin-aks-traffic-common';

/**
 * A Kubernetes object as the engine reads it: JSON as an API server or a manifest gives it, with `apiVersion` and
 * `kind` present. Everything below the metadata is untrusted and may have any shape.
 *
 * @public
 */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    generation?: number;
    creationTimestamp?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: { apiVersion?: string; kind?: string; name?: string }[];
  };
  spec?: Record<string, unknown>;
  status?: Record<string, unknown>;
  /** Top-level fields of kinds that have no spec, such as EndpointSlice `endpoints`. */
  [field: string]: unknown;
}

/**
 * What became of reading one resource of one cluster.
 *
 * @remarks
 * `not-installed` is a fact (the API group is absent) and `complete` includes the empty list; `forbidden`, `failed`
 * and `partial` mean that absence of an object proves nothing.
 *
 * @public
 */
export type ReadState =
  | 'complete'
  | 'not-installed'
  | 'forbidden'
  | 'failed'
  | 'partial'
  | 'not-read';

/**
 * The reading of one resource, such as `networking.k8s.io/ingresses`.
 *
 * @public
 */
export interface ResourceRead {
  /** API group; the empty string is the core group. */
  group: string;
  /** Plural resource name. */
  resource: string;
  state: ReadState;
  /** One sentence for people: what happened and the way out. Present unless complete or not installed. */
  gap?: string;
}

/**
 * Everything read from one cluster's Kubernetes API, or from manifest files that stand for it.
 *
 * @public
 */
export interface ClusterObservation {
  /** Name of the cluster, unique in one report. */
  cluster: string;
  /** Resource id of the managed cluster, where it is known. */
  armId?: string;
  /** ISO time of the reading; absent when nothing could be read. */
  observedAt?: string;
  coverage: ClusterCoverage['state'];
  /** Sentences for what could not be read of the cluster as a whole; those of single resources are in `reads`. */
  gaps: string[];
  /**
   * `files`: a resource that is not mentioned was not looked at, so its absence proves nothing.
   * `api`: `reads` has a row for each resource that was tried.
   */
  origin: 'api' | 'files';
  reads: ResourceRead[];
  objects: KubernetesObject[];
}
