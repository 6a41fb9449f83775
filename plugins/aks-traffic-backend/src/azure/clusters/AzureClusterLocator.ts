import limiter from 'p-limit';
import {
  ClusterAccess,
  ClusterLocation,
} from 'backstage-plugin-aks-traffic-node';
import { describeAzureError } from '../describeAzureError';
import { EntraTokens } from './EntraTokens';
import { ManagedClusterRow } from './managedClusterRow';
import { parseUserKubeconfig } from './parseUserKubeconfig';

/** Fetches the user kubeconfig of a managed cluster. */
export type FetchKubeconfig = (
  cluster: ManagedClusterRow,
  signal: AbortSignal,
) => Promise<string>;

/** Where a cluster answers, or why it is not read. */
type Address =
  | { server: string; caData?: string }
  /** `lasting`: asking again soon would get the same answer. */
  | { gap: string; lasting: boolean };

interface Remembered {
  address: Address;
  fingerprint: string;
  until: number;
}

/** Addresses and authorities change with migrations and certificate rotations, which are rare and planned. */
const addressLifetimeMs = 6 * 60 * 60_000;

/** A missing role is usually repaired soon after it is noticed. */
const refusalLifetimeMs = 15 * 60_000;

const requestsAtOnce = 8;

const nonEntraGap =
  "The cluster does not sign users in through Microsoft Entra ID, so Azure would hand out an administrator's certificate, which is refused. Enable Entra ID (az aks update --enable-aad), or list the cluster under aksTraffic.clusters with a ServiceAccount token and its armId.";

/** Turns managed clusters into locations that can be read. */
export class AzureClusterLocator {
  private readonly remembered = new Map<string, Remembered>();
  private readonly fetchKubeconfig: FetchKubeconfig;
  private readonly tokens: Pick<EntraTokens, 'getToken'>;
  private readonly addresses: 'public' | 'private';
  private readonly now: () => number;

  constructor(options: {
    fetchKubeconfig: FetchKubeconfig;
    tokens: Pick<EntraTokens, 'getToken'>;
    /** Whether API servers may have addresses of private networks. */
    allowPrivate?: boolean;
    now?: () => number;
  }) {
    this.addresses = options.allowPrivate ? 'private' : 'public';
    this.fetchKubeconfig = options.fetchKubeconfig;
    this.tokens = options.tokens;
    this.now = options.now ?? Date.now;
  }

  /**
   * Finds out where managed clusters answer.
   *
   * @returns one location per cluster; one that cannot be read says why. Never throws.
   */
  async locate(
    clusters: readonly ManagedClusterRow[],
    signal: AbortSignal,
  ): Promise<ClusterLocation[]> {
    this.forgetAllBut(clusters);
    const limit = limiter(requestsAtOnce);
    return await Promise.all(
      clusters.map(cluster =>
        limit(async () =>
          this.toLocation(cluster, await this.address(cluster, signal)),
        ),
      ),
    );
  }

  /** Asks Azure again where a cluster answers, the next time: what it said before did not work. */
  forget(armId: string): void {
    this.remembered.delete(armId.toLowerCase());
  }

  private async address(
    cluster: ManagedClusterRow,
    signal: AbortSignal,
  ): Promise<Address> {
    if (cluster.powerState?.toLowerCase() === 'stopped') {
      return { gap: 'The cluster is stopped.', lasting: false };
    }
    if (cluster.entra === false) {
      return { gap: nonEntraGap, lasting: false };
    }
    const key = cluster.armId.toLowerCase();
    const known = this.remembered.get(key);
    if (
      known &&
      known.until > this.now() &&
      known.fingerprint === cluster.fingerprint
    ) {
      return known.address;
    }
    const address = await this.fetchAddress(cluster, signal);
    if (
      'gap' in address &&
      !address.lasting &&
      known &&
      'server' in known.address
    ) {
      // An old address that may still be right beats none while Azure is away.
      return known.address;
    }
    if (!('gap' in address) || address.lasting) {
      this.remembered.set(key, {
        address,
        fingerprint: cluster.fingerprint,
        until:
          this.now() +
          ('gap' in address ? refusalLifetimeMs : addressLifetimeMs),
      });
    }
    return address;
  }

  private async fetchAddress(
    cluster: ManagedClusterRow,
    signal: AbortSignal,
  ): Promise<Address> {
    let kubeconfig: string;
    try {
      kubeconfig = await this.fetchKubeconfig(cluster, signal);
    } catch (error) {
      return describeRefusal(error);
    }
    const parsed = parseUserKubeconfig(kubeconfig);
    switch (parsed.kind) {
      case 'entra':
        return {
          server: parsed.server,
          ...(parsed.caData && { caData: parsed.caData }),
        };
      case 'other-credential':
        return { gap: nonEntraGap, lasting: true };
      default:
        return {
          gap: `Azure's kubeconfig of the cluster cannot be used: ${parsed.why}.`,
          lasting: true,
        };
    }
  }

  private toLocation(
    cluster: ManagedClusterRow,
    address: Address,
  ): ClusterLocation {
    const { name, armId, sku, kubernetesVersion, location } = cluster;
    const access: ClusterAccess =
      'gap' in address
        ? { kind: 'none', gap: address.gap }
        : {
            kind: 'token',
            getToken: request => this.tokens.getToken(request),
          };
    return {
      name,
      armId,
      source: 'azure',
      ...('server' in address && {
        server: address.server,
        addresses: this.addresses,
        caData: address.caData,
      }),
      access,
      kubernetesVersion,
      sku,
      location,
    };
  }

  /** Deleted clusters must not pile up in memory. */
  private forgetAllBut(clusters: readonly ManagedClusterRow[]): void {
    const alive = new Set(clusters.map(({ armId }) => armId.toLowerCase()));
    for (const key of this.remembered.keys()) {
      if (!alive.has(key)) {
        this.remembered.delete(key);
      }
    }
  }
}

function describeRefusal(error: unknown): { gap: string; lasting: boolean } {
  const { statusCode } = error as { statusCode?: unknown };
  if (statusCode === 403) {
    return {
      gap: 'The address of the cluster may not be read: give the identity the role "Azure Kubernetes Service Cluster User Role" on the cluster or above it.',
      lasting: true,
    };
  }
  if (statusCode === 404) {
    return {
      gap: 'Azure does not know the cluster any more; Resource Graph will leave it out soon.',
      lasting: false,
    };
  }
  return {
    gap: `The address of the cluster could not be read: ${describeAzureError(
      error,
    )}`,
    lasting: false,
  };
}
