import {
  ArmRef,
  ObjectRef,
  Orphan,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';

/** Identity of an object within one cluster, whichever version of its API names it. */
function keyOf(reference: ObjectRef | ArmRef): string {
  if ('armId' in reference) {
    return JSON.stringify([reference.armId.toLowerCase()]);
  }
  const { apiVersion, kind, namespace, name } = reference;
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return JSON.stringify([group, kind, namespace, name]);
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
  for (const { namespace, service, entryPoints } of services) {
    const reference = {
      apiVersion: 'v1',
      kind: 'Service',
      namespace,
      name: service,
    };
    own.add(keyOf(reference));
    for (const { resource } of entryPoints) {
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
