import { ClusterLocation } from 'backstage-plugin-aks-traffic-node';

/** Says why a cluster that can be read cannot be watched, whatever its API server does; nothing where it may be tried. */
export function watchGap(location: ClusterLocation): string | undefined {
  return location.kubernetesPluginCluster === undefined
    ? undefined
    : "It is read through Backstage's Kubernetes plugin, whose proxy is not asked for watches.";
}
