import {
  ClusterSummary,
  ClusterTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { StoredCluster } from '../store/types';
import { coverageOf, StalenessOptions } from './coverageOf';

/** A stored cluster as the list of clusters shows it. */
export function toClusterSummary(
  cluster: StoredCluster,
  options: StalenessOptions & { traffic?: ClusterTraffic },
): ClusterSummary {
  const { traffic } = options;
  return {
    name: cluster.name,
    armId: cluster.armId,
    source: cluster.source,
    sku: cluster.sku ?? traffic?.sku,
    kubernetesVersion: cluster.kubernetesVersion,
    location: cluster.location,
    coverage: coverageOf(cluster, options),
    attemptedAt: cluster.attemptedAt,
    services: cluster.services,
    controllers: traffic?.controllers ?? [],
    findings: traffic?.findings ?? [],
  };
}
