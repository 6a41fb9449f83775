import {
  ClusterTraffic,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';

/** Keeps of a cluster what concerns the Services: its own findings, and the controllers that serve them. */
export function narrowCluster(
  cluster: ClusterTraffic,
  services: ServiceTraffic[],
): ClusterTraffic {
  const names = new Set(
    services.flatMap(({ entryPoints }) =>
      entryPoints.map(({ controller }) => controller),
    ),
  );
  return {
    ...cluster,
    controllers: cluster.controllers.filter(({ name }) => names.has(name)),
  };
}
