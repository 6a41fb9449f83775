import {
  ClusterSummary,
  CoverageState,
} from 'backstage-plugin-aks-traffic-common';
import { coverageOrder } from '../coverage';

/** The clusters of one coverage whose name holds a text; those first that least was read of, then by name. */
export function clustersShown(options: {
  clusters: readonly ClusterSummary[];
  coverage: CoverageState | undefined;
  search: string;
}): ClusterSummary[] {
  const { clusters, coverage, search } = options;
  const text = search.trim().toLowerCase();
  return clusters
    .filter(
      cluster =>
        (coverage === undefined || cluster.coverage.state === coverage) &&
        cluster.name.toLowerCase().includes(text),
    )
    .sort(
      (first, second) =>
        coverageOrder.indexOf(first.coverage.state) -
          coverageOrder.indexOf(second.coverage.state) ||
        first.name.localeCompare(second.name),
    );
}
