import { Fields, listOf } from './fields';

/** Where a pod finds the token of its service account. */
const tokenPath = '/var/run/secrets/kubernetes.io/serviceaccount';

/**
 * The spec of a pod as admission leaves it: beside what its template says, a service account with its token, a
 * priority, and five minutes on a node that is gone.
 *
 * @param options.suffix - makes the name of the token's volume the pod's own.
 */
export function admitPodSpec(options: {
  spec: Fields;
  suffix: string;
}): Fields {
  const { spec, suffix } = options;
  const account = spec.serviceAccountName ?? 'default';
  const volume = `kube-api-access-${suffix}`;
  const mounts = spec.automountServiceAccountToken !== false;
  return {
    enableServiceLinks: true,
    preemptionPolicy: 'PreemptLowerPriority',
    priority: 0,
    ...spec,
    serviceAccount: account,
    serviceAccountName: account,
    containers: mounts
      ? listOf(spec.containers).map(container => withToken(container, volume))
      : spec.containers,
    tolerations: [
      ...listOf(spec.tolerations),
      ...['not-ready', 'unreachable'].map(condition => ({
        effect: 'NoExecute',
        key: `node.kubernetes.io/${condition}`,
        operator: 'Exists',
        tolerationSeconds: 300,
      })),
    ],
    ...(mounts && {
      volumes: [...listOf(spec.volumes), tokenVolume(volume)],
    }),
  };
}

function withToken(container: Fields, volume: string): Fields {
  return {
    ...container,
    volumeMounts: [
      ...listOf(container.volumeMounts),
      { mountPath: tokenPath, name: volume, readOnly: true },
    ],
  };
}

function tokenVolume(name: string): Fields {
  return {
    name,
    projected: {
      defaultMode: 420,
      sources: [
        { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
        {
          configMap: {
            items: [{ key: 'ca.crt', path: 'ca.crt' }],
            name: 'kube-root-ca.crt',
          },
        },
        {
          downwardAPI: {
            items: [
              {
                fieldRef: {
                  apiVersion: 'v1',
                  fieldPath: 'metadata.namespace',
                },
                path: 'namespace',
              },
            ],
          },
        },
      ],
    },
  };
}
