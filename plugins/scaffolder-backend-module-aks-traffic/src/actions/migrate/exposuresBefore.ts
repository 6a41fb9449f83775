import { Exposure, ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from 'backstage-plugin-aks-traffic-engine';

/**
 * How far the Ingresses that move reach today. What else leads to their Services, or belongs to the entity, stays as it
 * is and says nothing of them; only where nothing is known of the Ingresses do the Services stand in for them.
 */
export function exposuresBefore(options: {
  services: readonly (Pick<ServiceTraffic, 'exposure'> &
    Partial<Pick<ServiceTraffic, 'entryPoints'>>)[];
  objects: readonly KubernetesObject[];
  only: readonly { namespace: string; name: string }[] | undefined;
}): { exposure: Exposure }[] {
  const { services, objects, only } = options;
  const moved = new Set(
    (
      only ??
      objects
        .filter(({ kind }) => kind === 'Ingress')
        .map(({ metadata }) => ({
          namespace: metadata.namespace ?? 'default',
          name: metadata.name,
        }))
    ).map(({ namespace, name }) => `${namespace}/${name}`),
  );
  const entryPoints = services
    .flatMap(service => service.entryPoints ?? [])
    .filter(
      ({ resource: { kind, namespace = 'default', name } }) =>
        kind === 'Ingress' && moved.has(`${namespace}/${name}`),
    );
  return (entryPoints.length > 0 ? entryPoints : services).map(
    ({ exposure }) => ({ exposure }),
  );
}

/** Whether the internet is kept out. What is not known, or not yet, keeps nobody out. */
export function isClosed({ exposure }: { exposure: Exposure }): boolean {
  return ['internal', 'private-link', 'cluster-only'].includes(exposure);
}

/** Whether nobody can say how far it reaches, or not yet. */
export function isUnknown({ exposure }: { exposure: Exposure }): boolean {
  return exposure === 'unknown' || exposure === 'pending';
}
