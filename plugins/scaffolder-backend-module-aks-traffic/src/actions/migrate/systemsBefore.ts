import {
  IngressSystem,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';

/** Who serves the Ingresses of some Services today, as the portal found out; several for one say nothing. */
export function systemsBefore(
  services: readonly Partial<Pick<ServiceTraffic, 'entryPoints'>>[],
): { namespace: string; name: string; system: IngressSystem }[] {
  const found = new Map<
    string,
    { namespace: string; name: string; systems: Set<IngressSystem> }
  >();
  for (const { resource, system } of services.flatMap(
    service => service.entryPoints ?? [],
  )) {
    const { kind, namespace = 'default', name } = resource;
    if (kind === 'Ingress') {
      const key = `${namespace}/${name}`;
      const known = found.get(key) ?? { namespace, name, systems: new Set() };
      known.systems.add(system);
      found.set(key, known);
    }
  }
  return [...found.values()].flatMap(({ namespace, name, systems }) => {
    const [system, ...others] = systems;
    return others.length === 0 ? { namespace, name, system } : [];
  });
}
