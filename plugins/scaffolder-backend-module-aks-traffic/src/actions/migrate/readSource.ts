import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  AksTrafficClient,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from 'backstage-plugin-aks-traffic-engine';
import { readObjects } from 'backstage-plugin-aks-traffic-node';

/** What is to be moved, and what is known of it. */
export interface MigrationSource {
  objects: KubernetesObject[];
  /** The Services as they are reached today; absent where only files are known. */
  before?: ServiceTraffic[];
  kubernetesVersion?: string;
}

/** The objects of manifests in the workspace. */
export async function readWorkspace(options: {
  folder: string;
  path: string;
  warn: (gap: string) => void;
}): Promise<MigrationSource> {
  const { folder, path, warn } = options;
  const { objects, gaps } = await readObjects({
    paths: [path],
    from: { cwd: folder },
  });
  gaps.forEach(warn);
  return { objects };
}

/**
 * The objects of an entity as the portal last read them, on behalf of the user: what they may not see is not moved.
 *
 * @throws ConflictError when the entity is in several clusters and none is named.
 */
export async function readEntity(options: {
  entityRef: string;
  cluster: string | undefined;
  credentials: BackstageCredentials;
  auth: AuthService;
  discovery: DiscoveryService;
  signal?: AbortSignal;
}): Promise<MigrationSource> {
  const { entityRef, credentials, auth, discovery, signal } = options;
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: credentials,
    targetPluginId: 'aks-traffic',
  });
  const client = new AksTrafficClient({ discoveryApi: discovery });
  const [{ items }, { services }, known] = await Promise.all([
    client.getEntityObjects(entityRef, { token, signal }),
    client.getEntityTraffic(entityRef, { token, signal }),
    // Who may not list clusters names the version in the form.
    client.listClusters({ token, signal }).catch(() => ({ items: [] })),
  ]);
  const clusters = [...new Set(items.map(({ cluster }) => cluster))].sort();
  const cluster =
    options.cluster ?? (clusters.length === 1 ? clusters[0] : undefined);
  if (cluster === undefined) {
    throw new ConflictError(
      clusters.length === 0
        ? `Nothing is known of ${entityRef} in any cluster`
        : `${entityRef} is in several clusters (${clusters.join(
            ', ',
          )}); name the one to move`,
    );
  }
  return {
    objects: items
      .filter(item => item.cluster === cluster)
      .map(({ object }) => object as unknown as KubernetesObject),
    before: services.filter(service => service.cluster === cluster),
    kubernetesVersion: known.items.find(({ name }) => name === cluster)
      ?.kubernetesVersion,
  };
}
