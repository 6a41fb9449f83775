import {
  ClusterSummary,
  ClusterTraffic,
  EgressKind,
} from 'backstage-plugin-aks-traffic-common';
import { StoredCluster } from '../store/types';
import { coverageOf, StalenessOptions } from './coverageOf';
import { restateFindings } from './restateFindings';

/** A stored cluster as the list of clusters shows it. */
export function toClusterSummary(
  cluster: StoredCluster,
  options: StalenessOptions & {
    traffic?: ClusterTraffic;
    egress?: EgressKind[];
  },
): ClusterSummary {
  const { traffic, egress = [], now } = options;
  return {
    name: cluster.name,
    armId: cluster.armId,
    source: cluster.source,
    sku: cluster.sku ?? traffic?.sku,
    kubernetesVersion: cluster.kubernetesVersion,
    location: cluster.location,
    coverage: coverageOf(cluster, options),
    attemptedAt: cluster.attemptedAt,
    reading: readingOf(cluster, now),
    services: cluster.services,
    egress,
    controllers: traffic?.controllers ?? [],
    findings: traffic ? restateFindings(traffic, now).findings : [],
  };
}

/** A claim that was not given back in time is nobody's any more. */
function readingOf(
  { claimedUntil, requestedAt }: StoredCluster,
  now: Date,
): ClusterSummary['reading'] {
  if (claimedUntil !== undefined && new Date(claimedUntil) > now) {
    return 'under-way';
  }
  return requestedAt === undefined ? undefined : 'queued';
}
