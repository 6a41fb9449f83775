/** Begins the names of volumes that admission adds, with the token of the service account. */
const tokenVolume = 'kube-api-access-';

/**
 * The part of a pod's spec that somebody wrote. Nobody owns what admission and the scheduler add: the service account
 * and its token, priority, tolerations and the node.
 */
export function writtenPodSpec(spec: unknown): Record<string, unknown> {
  const {
    nodeName: _nodeName,
    preemptionPolicy: _preemptionPolicy,
    priority: _priority,
    serviceAccount: _serviceAccount,
    serviceAccountName: _serviceAccountName,
    tolerations: _tolerations,
    ...written
  } = (spec ?? {}) as Record<string, unknown>;
  return {
    ...written,
    ...withoutToken(written, 'volumes'),
    ...(Array.isArray(written.containers) && {
      containers: written.containers.map(container => ({
        ...container,
        ...withoutToken(container, 'volumeMounts'),
      })),
    }),
  };
}

/** The list without the token's entry; undefined, which no JSON has, where nothing else is in it. */
function withoutToken(
  holder: Record<string, unknown>,
  name: 'volumes' | 'volumeMounts',
): Record<string, unknown> {
  const list = holder[name];
  if (!Array.isArray(list)) {
    return {};
  }
  const left = list.filter(
    entry => !String(entry?.name).startsWith(tokenVolume),
  );
  return { [name]: left.length > 0 ? left : undefined };
}
