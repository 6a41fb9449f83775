import { ClusterLocation } from '../extensions';
import { KubernetesApiError, KubernetesFailure } from './KubernetesApiError';
import { pluginGap } from './pluginGap';

const wayOut: Partial<Record<KubernetesFailure, string>> = {
  unreachable:
    'Check that the cluster runs, that this network can reach a private API server, and that its DNS zone is linked',
  timeout:
    "Check that this network's outgoing address is among the cluster's authorised IP ranges",
  untrusted: "Give the cluster's certificate authority with its configuration",
  unauthorized:
    'Check that the cluster accepts Microsoft Entra ID tokens, or that its service-account token is still valid',
  redirected: "Configure the API server's own address",
  'not-json': "Configure the API server's own address",
  'wrong-shape': "Configure the API server's own address",
};

/** Says why nothing of a cluster could be read, where that was, and what would change it. */
export function unreachableGap(
  location: ClusterLocation,
  error: Error,
): string {
  if (!(error instanceof KubernetesApiError)) {
    return `The cluster cannot be read: ${error.message}`;
  }
  if (location.kubernetesPluginCluster !== undefined) {
    return pluginGap(error);
  }
  const advice = wayOut[error.failure];
  const at = location.server ? ` [${location.server}]` : '';
  return `${error.message}${at}${advice ? `. ${advice}` : ''}`;
}
