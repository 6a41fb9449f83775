import {
  ClusterFreshness,
  ClusterSummary,
  EgressKind,
} from 'backstage-plugin-aks-traffic-common';
import { ClusterOverview } from '../store/overview';
import { StoredCluster } from '../store/types';
import { StoredWatch } from '../store/watchTypes';
import { coverageOf, StalenessOptions } from './coverageOf';

/** A stored cluster as the list of clusters shows it. */
export function toClusterSummary(
  cluster: StoredCluster,
  options: StalenessOptions & {
    /** Absent while nothing is known of what runs in it. */
    overview?: ClusterOverview;
    egress?: EgressKind[];
    /** Absent where clusters are not watched. */
    watches?: ReadonlyMap<string, StoredWatch>;
  },
): ClusterSummary {
  const { overview, egress = [], watches, now } = options;
  return {
    name: cluster.name,
    armId: cluster.armId,
    source: cluster.source,
    sku: cluster.sku ?? overview?.sku,
    kubernetesVersion: cluster.kubernetesVersion,
    location: cluster.location,
    coverage: coverageOf(cluster, options),
    attemptedAt: cluster.attemptedAt,
    reading: readingOf(cluster, now),
    ...(watches && { freshness: freshnessOf(watches.get(cluster.name)) }),
    services: cluster.services,
    egress,
    controllers: overview?.controllers ?? [],
    findingCount: overview?.findings ?? 0,
  };
}

function freshnessOf({ since, gap }: StoredWatch = {}): ClusterFreshness {
  return since === undefined
    ? { mode: 'polled', ...(gap !== undefined && { reason: gap }) }
    : { mode: 'watched', since };
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
