import {
  analyzeCluster,
  ClusterObservation,
  observedResources,
} from 'backstage-plugin-aks-traffic-engine';
import { createCollector } from '../fleet/createCollector';
import { FleetAddress } from '../fleet/startSimulator';
import { measureScan, ScanFigures } from './ScanFigures';

/** One list of an API server. */
export interface ListedResource {
  apiVersion: string;
  resource: string;
}

/** What reading and judging a cluster takes, and what was read for it. */
export interface WholeScan extends ScanFigures {
  ingresses: number;
  lists: ListedResource[];
}

/** Reads one cluster with the backend's collector, and judges it, several times over. */
export async function scanWhole(options: {
  fleet: FleetAddress;
  runs: number;
}): Promise<WholeScan> {
  const { fleet, runs } = options;
  const signal = new AbortController().signal;
  const collector = createCollector(fleet);
  const { clusters, estate } = await collector.discover(signal);
  const location = await collector.locate(clusters[0], signal);
  let ingresses = 0;
  let lists: ListedResource[] = [];
  const figures = await measureScan(runs, async () => {
    const observation = await collector.observe(location, signal);
    if (observation.coverage !== 'complete' || observation.gaps.length > 0) {
      throw new Error(`Not read whole: ${observation.gaps.join('; ')}`);
    }
    analyzeCluster(observation, estate, { now: new Date() });
    ingresses = observation.objects.filter(
      ({ kind }) => kind === 'Ingress',
    ).length;
    lists = listsOf(observation);
    return observation.objects.length;
  });
  return { ...figures, ingresses, lists };
}

/** The lists that had something in them. */
function listsOf({ objects }: ClusterObservation): ListedResource[] {
  const lists = new Map<string, ListedResource>();
  for (const { apiVersion, kind } of objects) {
    const observed = observedResources.find(each => each.kind === kind);
    if (observed !== undefined) {
      const { resource } = observed;
      lists.set(`${apiVersion}/${resource}`, { apiVersion, resource });
    }
  }
  return [...lists.values()];
}
