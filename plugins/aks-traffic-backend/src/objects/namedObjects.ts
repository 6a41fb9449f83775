import {
  ClusterAnalysis,
  ClusterObservation,
  KubernetesObject,
} from 'backstage-plugin-aks-traffic-engine';
import { boundObject } from './boundObject';
import { objectKey, serviceReference, toReference } from './objectKey';
import { referencesIn } from './referencesIn';

/**
 * Picks what the verdicts for a cluster rest on: the Services, and every object that a verdict names. Each is kept as
 * it was read, which is to say reduced, and never a Secret: none is read.
 */
export function namedObjects(
  observation: ClusterObservation,
  analysis: ClusterAnalysis,
): KubernetesObject[] {
  const { cluster, services, assessments, orphans } = analysis;
  const wanted = referencesIn([cluster, services, assessments, orphans]);
  for (const service of services) {
    const reference = serviceReference(service);
    wanted.set(objectKey(reference), reference);
  }
  // A map, because a list that changed while it was paged can hold one object twice.
  const found = new Map<string, KubernetesObject>();
  for (const object of observation.objects) {
    const key = objectKey(toReference(object));
    if (wanted.has(key)) {
      found.set(key, object);
    }
  }
  return [...found.values()].map(boundObject);
}
