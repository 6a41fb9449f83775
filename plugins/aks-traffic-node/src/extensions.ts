import { createExtensionPoint } from '@backstage/backend-plugin-api';

/**
 * A bearer token for one cluster's API server.
 *
 * @public
 */
export interface ClusterToken {
  token: string;
  /** When the API server stops accepting it; absent for tokens that do not say. */
  expiresAt?: Date;
}

/**
 * A client certificate and its unencrypted private key, both as PEM.
 *
 * @public
 */
export interface ClientCertificate {
  certificate: string;
  key: string;
}

/**
 * How a cluster's API server is signed in to.
 *
 * @remarks
 * `token`: `getToken` is called before each reading and may answer from a cache. It is called once more with
 * `renew` when the API server refused the token; the answer must then be a token that was not handed out before,
 * or an error that says why there is none. A `certificate` is shown besides. `certificate`: the certificate alone
 * says who the reader is, and no token is sent. `none`: the cluster is known and cannot be read; `gap` says why and
 * what would change that, in one sentence for people.
 *
 * @public
 */
export type ClusterAccess =
  | {
      kind: 'token';
      getToken(options: {
        signal: AbortSignal;
        renew?: boolean;
      }): Promise<ClusterToken>;
      certificate?: ClientCertificate;
    }
  | { kind: 'certificate'; certificate: ClientCertificate }
  | { kind: 'none'; gap: string };

/**
 * One Kubernetes cluster: what it is called, where it answers and how to sign in.
 *
 * @public
 */
export interface ClusterLocation {
  /** Name shown to people and used in addresses; unique over all sources. */
  name: string;
  /** Resource id of the managed cluster, where there is one; compares without case. */
  armId?: string;
  /** Id of the source that knows the cluster: `azure`, `config`, `in-cluster`, `kubernetes-plugin` or an adopter's own. */
  source: string;
  /** Address of the API server, https only but for `kubernetesPluginCluster`. Present whenever `access` is not `none`. */
  server?: string;
  /**
   * Which addresses the API server may have: `public` ones alone, or those of `private` networks and of this machine
   * too; those of metadata services never. Any when absent, which is for servers that configuration names.
   */
  addresses?: 'public' | 'private';
  /**
   * Set where `server` is not the API server itself but the `/proxy` of a Kubernetes plugin of Backstage: what the
   * cluster is called there. Every request carries it, and plain http is taken, as plugins of one installation talk to
   * each other.
   */
  kubernetesPluginCluster?: string;
  /** Certificate authority of the API server as PEM; the system's authorities when absent. */
  caData?: string;
  /** Name the API server's certificate must have, where it is another one than that of its address. */
  tlsServerName?: string;
  /**
   * Takes any certificate for the API server's. Whoever is on the way to it can then read the token and answer in
   * its place, so this is for experiments on one's own machine only; give `caData` instead.
   */
  dangerouslySkipTlsVerification?: boolean;
  access: ClusterAccess;
  kubernetesVersion?: string;
  sku?: string;
  location?: string;
}

/**
 * The clusters that a source knows of.
 *
 * @public
 */
export interface ClusterListing {
  clusters: ClusterLocation[];
  /**
   * One sentence for each thing that kept the list from being whole. While there is one, no cluster is forgotten: what
   * is not listed may still exist.
   */
  gaps: string[];
  /** One sentence for each thing that somebody should set right although the list is whole, such as a misspelt name. */
  hints?: string[];
}

/**
 * Knows of clusters: Azure Resource Graph, app-config, or whatever an adopter keeps an inventory in.
 *
 * @public
 */
export interface ClusterSource {
  /** Short and unique, such as `azure`; shown as the source of its clusters. */
  readonly id: string;
  /**
   * Lists the clusters known now.
   *
   * @returns the clusters, those without access included.
   * @throws when nothing could be listed; the clusters of other sources are not affected.
   */
  list(signal: AbortSignal): Promise<ClusterListing>;
}

/**
 * Adds sources of clusters to the AKS Traffic backend, beside Azure, app-config and the backend's own cluster.
 *
 * @public
 */
export interface AksTrafficClusterSourceExtensionPoint {
  /** @throws ConflictError when a source with the same id was added before. */
  addClusterSource(source: ClusterSource): void;
}

/**
 * Extension point through which modules of the `aks-traffic` backend plugin add cluster sources.
 *
 * @public
 */
export const aksTrafficClusterSourceExtensionPoint =
  createExtensionPoint<AksTrafficClusterSourceExtensionPoint>({
    id: 'aks-traffic.cluster-source',
  });
