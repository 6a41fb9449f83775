import { isClusterName } from '../clusterName';
import { Discovery } from '../collect/types';
import { DiscoveryRecord, KnownCluster } from '../store/types';

/** What of a discovery is stored: no addresses and no credentials. */
export function toDiscoveryRecord(
  discovery: Discovery,
  takenAt: Date,
): DiscoveryRecord {
  const clusters: KnownCluster[] = [];
  const gaps = [...discovery.gaps];
  for (const cluster of discovery.clusters) {
    if (!isClusterName(cluster.name)) {
      gaps.push(
        `A cluster of source ${cluster.source} was left out: ${JSON.stringify(
          cluster.name.slice(0, 300),
        )} cannot be used as a name. It must have 1 to 253 printable characters, and be neither . nor ..`,
      );
      continue;
    }
    const { name, source, armId, sku, kubernetesVersion, location } = cluster;
    clusters.push({ name, source, armId, sku, kubernetesVersion, location });
  }

  // Rows of Azure alone: a resource id that stands in app-config says nothing about what the identity may see.
  const visibleSubscriptions = new Set<string>();
  for (const { id } of discovery.estate.rows) {
    const subscription = id.toLowerCase().match(/^\/subscriptions\/([^/]+)/);
    if (subscription) {
      visibleSubscriptions.add(subscription[1]);
    }
  }
  return {
    clusters,
    visibleSubscriptions,
    complete: discovery.complete,
    gaps,
    takenAt,
  };
}
