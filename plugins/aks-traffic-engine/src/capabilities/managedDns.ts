import { ClusterIndex } from '../objects/ClusterIndex';
import { listField, textListField } from '../objects/field';
import { kinds } from '../objects/kinds';

/** The DNS zones that the application routing operator keeps for one type of resource in a namespace. */
export function managedDnsZones(options: {
  index: ClusterIndex;
  resourceType: 'gateway' | 'ingress';
  namespace: string;
}): string[] {
  const { index, resourceType, namespace } = options;
  const objects = [
    ...index.listIn(kinds.externalDns, namespace),
    ...index.list(kinds.clusterExternalDns),
  ];
  // Every Ingress asks, and few clusters have any.
  if (objects.length === 0) {
    return [];
  }
  return objects
    .filter(object =>
      textListField(object, 'spec.resourceTypes').includes(resourceType),
    )
    .flatMap(object => listField(object, 'spec.dnsZoneResourceIDs'))
    .flatMap(id => (typeof id === 'string' ? zoneName(id) : []));
}

/** The name at the end of a DNS zone's resource id. */
export function zoneName(armId: string): string {
  return armId.slice(armId.lastIndexOf('/') + 1);
}
