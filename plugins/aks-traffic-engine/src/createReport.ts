import { TrafficReport } from 'backstage-plugin-aks-traffic-common';
import { ClusterAnalysis } from './model/analysis';
import { compareText } from './objects/compareText';
import { referenceKey } from './objects/metadata';

/**
 * Puts the verdicts for several clusters into one report, sorted by cluster, namespace and name.
 *
 * @public
 */
export function createReport(
  analyses: readonly ClusterAnalysis[],
  now: Date,
): TrafficReport {
  const sorted = [...analyses].sort((left, right) =>
    compareText(left.cluster.name, right.cluster.name),
  );
  return {
    schemaVersion: 1,
    generatedAt: now.toISOString(),
    coverage: sorted.map(({ coverage }) => coverage),
    clusters: sorted.map(({ cluster }) => cluster),
    services: sorted.flatMap(({ services }) =>
      [...services].sort(
        (left, right) =>
          compareText(left.namespace, right.namespace) ||
          compareText(left.service, right.service),
      ),
    ),
    orphans: sorted.flatMap(({ orphans }) =>
      [...orphans].sort((left, right) =>
        compareText(referenceKey(left.resource), referenceKey(right.resource)),
      ),
    ),
  };
}
