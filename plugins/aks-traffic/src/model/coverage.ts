import {
  ClusterCoverage,
  CoverageState,
  EntityTraffic,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { Tone } from './tone';

/** Worst first. */
export const coverageOrder = [
  'unreachable',
  'stale',
  'partial',
  'complete',
] as const satisfies readonly CoverageState[];

const tones: Readonly<Record<CoverageState, Tone>> = {
  unreachable: 'negative',
  stale: 'warning',
  partial: 'warning',
  complete: 'positive',
};

/** What an answer about services rests on. */
export interface Reading {
  /** Every cluster that may hold the services. */
  clusters: readonly ClusterCoverage[];
  /** What kept the list of those clusters from being whole. */
  gaps: readonly string[];
}

/** What was read of the clusters that hold the services, and of those that may hold more of them. */
export interface CoverageView {
  /** Clusters in which the services were found. */
  hosting: ClusterCoverage[];
  /** Clusters in which none was found although they were read, if only in part or long ago. */
  searched: ClusterCoverage[];
  /** Clusters that were never read, so that more of the entity's Services may be there. */
  unread: ClusterCoverage[];
}

/** What the answer for an entity rests on. */
export function readingOf(
  traffic: Pick<EntityTraffic, 'coverage' | 'gaps'>,
): Reading {
  return { clusters: traffic.coverage, gaps: traffic.gaps ?? [] };
}

/** What the answer about one Service rests on: its own cluster, whatever others there may be. */
export function readingOfService(options: {
  traffic: Pick<EntityTraffic, 'coverage'>;
  service: Pick<ServiceTraffic, 'cluster'>;
}): Reading {
  const { traffic, service } = options;
  return {
    clusters: traffic.coverage.filter(
      ({ cluster }) => cluster === service.cluster,
    ),
    gaps: [],
  };
}

/** Whether every cluster is known and was read whole and lately; not when there is none. */
export function isWhole(reading: Reading): boolean {
  return (
    reading.clusters.length > 0 &&
    reading.gaps.length === 0 &&
    reading.clusters.every(cluster => cluster.state === 'complete')
  );
}

/** Sorts the clusters by what they say about the services. */
export function coverageView(options: {
  traffic: Pick<EntityTraffic, 'coverage'>;
  services: readonly ServiceTraffic[];
}): CoverageView {
  const names = new Set(options.services.map(service => service.cluster));
  const view: CoverageView = { hosting: [], searched: [], unread: [] };
  for (const cluster of options.traffic.coverage) {
    if (names.has(cluster.cluster)) {
      view.hosting.push(cluster);
    } else if (cluster.state === 'unreachable') {
      view.unread.push(cluster);
    } else {
      view.searched.push(cluster);
    }
  }
  return view;
}

/** The clusters that were not read whole and lately, the worst first. */
export function incompleteOf(
  coverage: readonly ClusterCoverage[],
): ClusterCoverage[] {
  return coverage
    .filter(cluster => cluster.state !== 'complete')
    .sort(
      (first, second) =>
        coverageOrder.indexOf(first.state) -
        coverageOrder.indexOf(second.state),
    );
}

/** Whether a state is one this version has a name for; a newer backend may send others. */
export function isKnownCoverage(state: string): state is CoverageState {
  return (coverageOrder as readonly string[]).includes(state);
}

/** The tone a coverage is drawn in. */
export function coverageTone(state: string): Tone {
  return isKnownCoverage(state) ? tones[state] : 'unknown';
}
