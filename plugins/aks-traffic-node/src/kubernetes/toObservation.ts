import {
  ClusterObservation,
  ResourceRead,
} from 'backstage-plugin-aks-traffic-engine';
import { ClusterLocation } from '../extensions';
import { ResourceReading } from './listing/readResource';

/** What a cluster's resources add up to. */
export function toObservation(options: {
  location: ClusterLocation;
  observedAt: string;
  readings: Pick<ResourceReading, 'read' | 'objects'>[];
}): ClusterObservation {
  const { location, observedAt, readings } = options;
  const reads = readings.map(({ read }) => read);
  const isRead = reads.some(
    ({ state }) => state === 'complete' || state === 'partial',
  );
  if (!isRead) {
    return unreachable(location, nothingReadGap(location, reads));
  }
  const isWhole = reads.every(
    ({ state }) => state === 'complete' || state === 'not-installed',
  );
  return {
    ...observationOf(location),
    observedAt,
    coverage: isWhole ? 'complete' : 'partial',
    gaps: [],
    reads,
    objects: readings.flatMap(({ objects }) => objects),
  };
}

/** One sentence in place of one per resource: the reason is the same for nearly all of them. */
function nothingReadGap(
  { kubernetesPluginCluster }: ClusterLocation,
  reads: readonly ResourceRead[],
): string {
  const missing = reads.filter(({ gap }) => gap !== undefined);
  if (missing.every(({ state }) => state === 'forbidden')) {
    if (kubernetesPluginCluster !== undefined) {
      return 'The API server knows the identity that the Kubernetes plugin uses and lets it read nothing: bind it to the ClusterRole aks-traffic-reader of the installation guide.';
    }
    return 'The API server knows the reader and lets it read nothing: bind it to the ClusterRole aks-traffic-reader of the installation guide, or give it the Azure roles named there.';
  }
  return `Nothing of the cluster could be read. ${missing[0].gap}`;
}

/** Of a cluster of which nothing could be read. */
export function unreachable(
  location: ClusterLocation,
  gap: string,
): ClusterObservation {
  return {
    ...observationOf(location),
    coverage: 'unreachable',
    gaps: [gap],
    reads: [],
    objects: [],
  };
}

function observationOf(location: ClusterLocation) {
  return {
    cluster: location.name,
    ...(location.armId && { armId: location.armId }),
    origin: 'api' as const,
  };
}
