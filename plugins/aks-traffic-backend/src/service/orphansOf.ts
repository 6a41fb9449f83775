import {
  ArmRef,
  ObjectRef,
  Orphan,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { objectKey, serviceReference } from '../objects/objectKey';

function keyOf(reference: ObjectRef | ArmRef): string {
  return 'armId' in reference
    ? JSON.stringify([reference.armId.toLowerCase()])
    : objectKey(reference);
}

/**
 * The orphans of a cluster that concern some of its Services: the same object leads to one of them by another way,
 * or a finding about it names one as subject or evidence.
 */
export function orphansOf(
  services: ServiceTraffic[],
  orphans: Orphan[],
): Orphan[] {
  const own = new Set<string>();
  for (const service of services) {
    own.add(objectKey(serviceReference(service)));
    for (const { resource } of service.entryPoints) {
      own.add(keyOf(resource));
    }
  }
  return orphans.filter(({ resource, findings }) =>
    [
      resource,
      ...findings.flatMap(({ subject, evidence }) => [
        subject,
        ...evidence.map(({ object }) => object),
      ]),
    ].some(reference => own.has(keyOf(reference))),
  );
}
