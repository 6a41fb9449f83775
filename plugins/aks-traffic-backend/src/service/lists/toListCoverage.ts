import {
  ClusterCoverage,
  CoverageState,
  ListCoverage,
  ServiceExport,
  ServiceFilter,
} from 'backstage-plugin-aks-traffic-common';
import { seesCluster } from '../../permissions/clusterLimits';
import { CallerView } from '../../permissions/VisibilityReader';
import { ListBasis } from '../../store/listTypes';
import { StoredCluster } from '../../store/types';
import { coverageOf, StalenessOptions } from '../coverageOf';
import { describeGaps, describeLinkGaps } from '../describeGaps';
import { reasonsElsewhere, reasonsWithin } from '../withoutReasons';

/** Who asks, and for which Services. */
interface CoverageOptions extends StalenessOptions {
  view: CallerView;
  filter: ServiceFilter;
}

/**
 * What a list cannot speak for, as far as the caller may know. Only a filter by cluster narrows it: a cluster that was
 * not read could hold Services that match any other.
 */
export function toListCoverage(
  basis: ListBasis,
  options: CoverageOptions,
): ListCoverage {
  const { mayListClusters, visibility } = options.view;
  const gaps = [
    ...reasonsWithin(visibility.conditions, describeGaps(basis.discovery)),
    ...describeLinkGaps(basis.linkedAt, options),
  ];
  return {
    coverage: countStates(coveragesOf(basis, options)),
    gaps: mayListClusters ? gaps : reasonsElsewhere(gaps),
  };
}

/** The same, cluster by cluster for who may list them. */
export function toExportCoverage(
  basis: ListBasis,
  options: CoverageOptions,
): Omit<ServiceExport, 'items'> {
  return {
    ...toListCoverage(basis, options),
    ...(options.view.mayListClusters && {
      clusters: coveragesOf(basis, options),
    }),
  };
}

/** The clusters that are counted. */
export function toldClusters(
  { clusters }: ListBasis,
  { view, filter }: Pick<CoverageOptions, 'view' | 'filter'>,
): StoredCluster[] {
  return clusters.filter(
    ({ name }) =>
      (filter.cluster?.includes(name) ?? true) &&
      seesCluster(view.visibility.conditions, name),
  );
}

function coveragesOf(
  basis: ListBasis,
  options: CoverageOptions,
): ClusterCoverage[] {
  return toldClusters(basis, options).map(cluster =>
    coverageOf(cluster, options),
  );
}

function countStates(
  coverages: readonly ClusterCoverage[],
): Record<CoverageState, number> {
  const counts = { complete: 0, partial: 0, stale: 0, unreachable: 0 };
  for (const { state } of coverages) {
    counts[state] += 1;
  }
  return counts;
}
