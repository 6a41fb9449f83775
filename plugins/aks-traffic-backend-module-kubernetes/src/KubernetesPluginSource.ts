import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  ClusterListing,
  ClusterLocation,
  ClusterSource,
} from 'backstage-plugin-aks-traffic-node';
import { clusterAnswer, PluginCluster } from './clusterAnswer';

const pluginId = 'kubernetes';

/** Ways to sign in that need a token of a user who is there; the plugin goes the others by itself. */
const ofUsers: ReadonlySet<string> = new Set(['aks', 'google', 'oidc']);

/** Header values: nothing else may stand in one. */
const printable = /^[\x20-\x7e]+$/;

/**
 * The clusters of the Kubernetes plugin, read through its proxy.
 *
 * @remarks
 * The plugin has addresses, certificates and credentials; nothing of them is known here. Its permission
 * `kubernetes.proxy` decides, for this backend as a service.
 */
export class KubernetesPluginSource implements ClusterSource {
  readonly id = 'kubernetes-plugin';

  constructor(
    private readonly options: {
      auth: AuthService;
      discovery: DiscoveryService;
      armIds: ReadonlyMap<string, string>;
    },
  ) {}

  /** @throws ResponseError when the plugin refuses, and what the connection to it throws. */
  async list(signal: AbortSignal): Promise<ClusterListing> {
    const { discovery, armIds } = this.options;
    const base = await discovery.getBaseUrl(pluginId);
    const response = await fetch(`${base}/clusters`, {
      headers: { authorization: `Bearer ${await this.token()}` },
      redirect: 'error',
      signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const { items } = clusterAnswer.parse(await response.json());
    const known = new Set(items.map(({ name }) => name));
    return {
      clusters: items.map(cluster => this.locate(cluster, `${base}/proxy`)),
      gaps: [],
      hints: [...armIds.keys()]
        .filter(name => !known.has(name))
        .map(
          name =>
            `aksTraffic.kubernetesPlugin.armIds names ${name}, which the Kubernetes plugin does not know.`,
        ),
    };
  }

  private locate(
    { name, authProvider }: PluginCluster,
    server: string,
  ): ClusterLocation {
    const location = {
      name,
      armId: this.options.armIds.get(name),
      source: this.id,
    };
    const gap = gapOf(name, authProvider);
    return gap === undefined
      ? {
          ...location,
          server,
          kubernetesPluginCluster: name,
          access: {
            kind: 'token',
            getToken: async () => ({ token: await this.token() }),
          },
        }
      : { ...location, access: { kind: 'none', gap } };
  }

  private async token(): Promise<string> {
    const { auth } = this.options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: pluginId,
    });
    return token;
  }
}

/** Why a cluster cannot be read through the plugin. */
function gapOf(
  name: string,
  authProvider: string | undefined,
): string | undefined {
  if (!printable.test(name)) {
    return 'Its name in the Kubernetes plugin has characters that a header cannot carry: give it another one there.';
  }
  if (authProvider === undefined || !ofUsers.has(authProvider)) {
    return undefined;
  }
  return `The Kubernetes plugin signs users in to it (authProvider ${authProvider}), and nobody is signed in when clusters are read: let it use a ServiceAccount or the identity of the backend, or list the cluster under aksTraffic.clusters.`;
}
