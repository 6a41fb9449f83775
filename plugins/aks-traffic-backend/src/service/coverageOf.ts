import { ClusterCoverage } from 'backstage-plugin-aks-traffic-common';
import { StoredCluster } from '../store/types';

/** When data counts as old. */
export interface StalenessOptions {
  now: Date;
  staleAfterMs: number;
}

/** A duration in the largest unit of which it has at least two, rounded down: "90 minutes", "26 hours". */
function describeDuration(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 2) {
    return `${Math.floor(milliseconds / 1000)} seconds`;
  }
  if (minutes < 120) {
    return `${minutes} minutes`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
}

/**
 * Says how far the stored verdicts of a cluster can be believed now. Computed when served: a snapshot goes stale
 * without anybody touching it, for instance when the sweep itself has stopped.
 */
export function coverageOf(
  cluster: StoredCluster,
  { now, staleAfterMs }: StalenessOptions,
): ClusterCoverage {
  const { snapshot, missing, failureGaps } = cluster;
  const reasons = [...(missing ? [missing.reason] : []), ...failureGaps];
  if (!snapshot) {
    return {
      cluster: cluster.name,
      state: 'unreachable',
      gaps:
        reasons.length > 0 ? reasons : ['The cluster has not been read yet.'],
    };
  }
  if (now.getTime() - new Date(snapshot.observedAt).getTime() > staleAfterMs) {
    // Names the limit and not the age, so that the answer stays the same until something really changes.
    reasons.push(
      `The last good reading is older than ${describeDuration(staleAfterMs)}.`,
    );
  }
  return {
    cluster: cluster.name,
    state: reasons.length > 0 ? 'stale' : snapshot.coverage,
    observedAt: snapshot.observedAt,
    gaps: [...new Set([...reasons, ...snapshot.gaps])],
  };
}
