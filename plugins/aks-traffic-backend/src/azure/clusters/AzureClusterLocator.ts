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

/** When Azure has left this many questions in a row without an answer, it is not asked for a while. */
const unansweredInARow = 8;

const awayForMs = 60_000;

const notAskedYet =
  'The address of the cluster is not known yet: Azure is asked for it when the cluster is read.';

const nonEntraGap =
  "The cluster does not sign users in through Microsoft Entra ID, so Azure would hand out an administrator's certificate, which is refused. Enable Entra ID (az aks update --enable-aad), or list the cluster under aksTraffic.clusters with a ServiceAccount token and its armId.";

/** Turns managed clusters into locations that can be read. */
export class AzureClusterLocator {
  private rows: ReadonlyMap<string, ManagedClusterRow> = new Map();
  private readonly remembered = new Map<string, Remembered>();
  private unanswered = 0;
  private askAgainAt = 0;
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
   * Lists managed clusters with what is known of where they answer. Azure is not asked: there may be thousands, and
   * each takes a request. {@link AzureClusterLocator.locate} asks.
   *
   * @returns one location per cluster; one that cannot be read, or of which nothing is known yet, says so.
   */
  list(clusters: readonly ManagedClusterRow[]): ClusterLocation[] {
    this.rows = new Map(clusters.map(row => [keyOf(row), row]));
    this.forgetAllBut(this.rows);
    return clusters.map(cluster => {
      const known = this.remembered.get(keyOf(cluster));
      const address = known?.fingerprint === cluster.fingerprint && known;
      return this.toLocation(
        cluster,
        reasonNotToAsk(cluster) ??
          (address ? address.address : { gap: notAskedYet, lasting: false }),
      );
    });
  }

  /**
   * Finds out where one of the clusters that were listed last answers.
   *
   * @returns the location as it is given when it is none of them. One that cannot be read says why. Never throws.
   */
  async locate(
    location: ClusterLocation,
    signal: AbortSignal,
  ): Promise<ClusterLocation> {
    const { armId, name } = location;
    const row =
      armId === undefined ? undefined : this.rows.get(keyOf({ armId }));
    return row
      ? { ...this.toLocation(row, await this.address(row, signal)), name }
      : location;
  }

  /** Asks Azure again where a cluster answers, the next time: what it said before did not work. */
  forget(armId: string): void {
    this.remembered.delete(keyOf({ armId }));
  }

  private async address(
    cluster: ManagedClusterRow,
    signal: AbortSignal,
  ): Promise<Address> {
    const reason = reasonNotToAsk(cluster);
    if (reason) {
      return reason;
    }
    const key = keyOf(cluster);
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
    if (this.now() < this.askAgainAt) {
      return {
        gap: 'The address of the cluster could not be read: Azure did not answer in time, and is asked again after a minute',
        lasting: false,
      };
    }
    let kubeconfig: string;
    try {
      kubeconfig = await this.fetchKubeconfig(cluster, signal);
      this.unanswered = 0;
    } catch (error) {
      this.noteFailure(error);
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

  /** Readings must not wait one after the other for an Azure that does not answer. */
  private noteFailure(error: unknown): void {
    const { name } = error as { name?: unknown };
    const isAnswered = name !== 'AbortError' && name !== 'TimeoutError';
    this.unanswered = isAnswered ? 0 : this.unanswered + 1;
    if (this.unanswered >= unansweredInARow) {
      this.askAgainAt = this.now() + awayForMs;
    }
  }

  /** Deleted clusters must not pile up in memory. */
  private forgetAllBut(alive: ReadonlyMap<string, unknown>): void {
    for (const key of this.remembered.keys()) {
      if (!alive.has(key)) {
        this.remembered.delete(key);
      }
    }
  }
}

/** Resource ids compare without case. */
function keyOf({ armId }: { armId: string }): string {
  return armId.toLowerCase();
}

/** Why asking Azure for the address of a cluster would be no use. */
function reasonNotToAsk({
  powerState,
  entra,
}: ManagedClusterRow): Address | undefined {
  if (powerState?.toLowerCase() === 'stopped') {
    return { gap: 'The cluster is stopped.', lasting: false };
  }
  return entra === false ? { gap: nonEntraGap, lasting: false } : undefined;
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
