/** A Kubernetes object as the API server stores it: always with `apiVersion` and `kind`. */
export interface StoredObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    resourceVersion?: string;
    creationTimestamp?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    [field: string]: unknown;
  };
  [field: string]: unknown;
}

/** One ARM resource in the shape Resource Graph's `resources` table returns it. */
export interface ArmResource {
  id: string;
  name: string;
  type: string;
  tenantId: string;
  subscriptionId: string;
  resourceGroup: string;
  location: string;
  kind?: string;
  sku?: Record<string, unknown>;
  tags?: Record<string, string>;
  zones?: string[];
  identity?: Record<string, unknown>;
  properties: Record<string, unknown>;
}

/** One resource an API server knows, as discovery lists it. */
export interface ApiResource {
  /** The empty string is the core group. */
  group: string;
  version: string;
  /** Plural name. */
  resource: string;
  singular: string;
  kind: string;
  namespaced: boolean;
  /** Built-in lists leave `apiVersion` and `kind` out of their items; custom resources keep both. */
  builtIn: boolean;
}

/** A rule of a (cluster) role, with the meaning RBAC gives it; `*` matches all. */
export interface RbacRule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

/** Who may sign in to the simulated Entra ID, and what Azure and Kubernetes let it do. */
export interface Identity {
  displayName: string;
  clientId: string;
  objectId: string;
  /** Absent when the identity signs in by workload identity federation only. */
  clientSecret?: string;
  /** `sub` of the federated token that is accepted for this client. */
  federatedSubject?: string;
  /** Subscription ids whose resources it may read; the rest is silently left out, as Resource Graph does. */
  readableSubscriptions: string[] | 'all';
  /** Clusters (by name) for which it may call `listClusterUserCredential`. */
  mayListCredentials: string[] | 'all';
  /** Role by cluster name, `*` for all other clusters; a cluster without an entry answers 403 for everything. */
  kubernetesRoles: Record<string, string>;
}

/** A bearer token that an API server accepts without Entra ID, as a bound ServiceAccount token is. */
export interface ServiceAccountToken {
  token: string;
  role: string;
}

/** How an API server can be reached. */
export type ClusterReach =
  /** Listens and answers. */
  | 'open'
  /** Nothing listens at its address: connections are refused, as from outside a private network with a firewall that rejects. */
  | 'refused'
  /** Accepts connections and never answers, as behind authorised IP ranges that drop. */
  | 'silent';

/** A cluster of the estate. */
export interface SimulatedCluster {
  name: string;
  /** Absent for a cluster that Azure does not know, reached through static configuration. */
  armId?: string;
  /** Kubernetes version its API server reports, such as `1.35.4`. */
  version: string;
  /** Without Entra ID `listClusterUserCredential` hands out an administrator certificate. */
  entra: boolean;
  reach: ClusterReach;
  apis: ApiResource[];
  roles: Record<string, RbacRule[]>;
  serviceAccountTokens: ServiceAccountToken[];
  objects: StoredObject[];
}

/** What the author of the estate says the right answer for one Service is. */
export interface StatedVerdict {
  cluster: string;
  namespace: string;
  service: string;
  /** Catalog entity that stands for the Service, as `component:default/name`. */
  entity?: string;
  /** Ingress systems of its entry points, sorted; empty for a Service that nothing exposes. */
  systems: string[];
  exposure: string;
  /** Egress kinds over all pools that can run it, sorted. */
  egress: string[];
  risk: string;
  /** The author's sentence on why. */
  because: string;
}

/** Everything the simulator serves. */
export interface SimulatedEstate {
  name: string;
  tenantId: string;
  /** Management groups by name, with the subscription ids below them. */
  managementGroups: Record<string, string[]>;
  subscriptions: { id: string; name: string }[];
  identities: Identity[];
  resources: ArmResource[];
  clusters: SimulatedCluster[];
  verdicts: StatedVerdict[];
}
