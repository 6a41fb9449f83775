import { KubernetesApiError, KubernetesFailure } from './KubernetesApiError';

const clusters = 'kubernetes.clusterLocatorMethods';

const ofCredentials = `Check authProvider and the credentials of the cluster in ${clusters}, such as serviceAccountToken`;

const ofAddress =
  'Check that the Kubernetes plugin is installed, and that discovery gives the address of the backend that it runs in';

/** What the plugin says of a connection of its own; it passes the words of Node on. */
const connections: [RegExp, string][] = [
  [
    /certificate|CERT_|UNABLE_TO_|self.signed|altnames/i,
    `Give the cluster's certificate authority as caData or caFile in ${clusters}`,
  ],
  [
    /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|E(HOST|NET)UNREACH|ETIMEDOUT|hang up|timeout/,
    `Check that the cluster runs, its url in ${clusters}, and that the backend of the Kubernetes plugin reaches that address`,
  ],
];

/** Where the plugin answers in place of an API server. */
const ofPlugin: Partial<Record<KubernetesFailure, string>> = {
  unauthorized:
    'Check that AKS Traffic and the Kubernetes plugin belong to the same installation of Backstage: it takes the tokens of its own plugins alone',
  forbidden: 'Let the permission policy allow kubernetes.proxy to services',
  refused: `Check that ${clusters} has the cluster, in every replica of the backend`,
};

/** Where an API server answers through the plugin, where nobody answers, or where something else does. */
const beyondPlugin: Partial<Record<KubernetesFailure, string>> = {
  unauthorized: ofCredentials,
  timeout:
    'Check that the cluster runs and that the backend of the Kubernetes plugin reaches it',
  unreachable: ofAddress,
  untrusted: ofAddress,
  redirected: ofAddress,
  'not-json': ofAddress,
  'wrong-shape': ofAddress,
  refused: ofAddress,
  'server-error':
    'Check what stands between the backends and the API server, and the log of the Kubernetes plugin',
};

/**
 * Says why a cluster could not be read through the proxy of a Kubernetes plugin, and what would change it: its
 * settings, of which this backend knows nothing, and not those of AKS Traffic.
 */
export function pluginGap(error: KubernetesApiError): string {
  const { failure, message, byBackstage, status } = error;
  if (failure === 'no-token') {
    return message;
  }
  if (byBackstage) {
    const advice =
      ofPlugin[failure] ??
      connections.find(([pattern]) => pattern.test(message))?.[1] ??
      `${ofCredentials}. The log of the Kubernetes plugin says more`;
    return `${message}. ${advice}`;
  }
  // Without an answer it is the plugin that nothing came from.
  const what =
    status === undefined
      ? message.replace(/^The API server/, 'The Kubernetes plugin')
      : message;
  const advice = beyondPlugin[failure];
  return advice === undefined ? what : `${what}. ${advice}`;
}
