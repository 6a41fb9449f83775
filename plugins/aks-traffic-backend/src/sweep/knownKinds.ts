import {
  ClusterObservation,
  Estate,
  ResourceRead,
} from 'backstage-plugin-aks-traffic-engine';

/** The name under which a Kubernetes resource is remembered as read; an API that is not installed counts as read. */
export function kubernetesKind({
  group,
  resource,
}: Pick<ResourceRead, 'group' | 'resource'>): string {
  return group === '' ? resource : `${resource}.${group}`;
}

/** The kinds of facts that a reading covers whole, so that absence of an object means something. Sorted. */
export function knownKinds(
  observation: ClusterObservation,
  estate: Estate,
): string[] {
  const kubernetes = observation.reads
    .filter(({ state }) => state === 'complete' || state === 'not-installed')
    .map(kubernetesKind);
  return [...kubernetes, ...azureKinds(estate)].sort();
}

/** The types of Azure that an estate has whole, and whether all configured subscriptions could be seen. */
export function azureKinds({
  readTypes,
  unseenSubscriptions = [],
}: Estate): string[] {
  return unseenSubscriptions.length > 0
    ? readTypes
    : [...readTypes, 'microsoft.resources/subscriptions'];
}
