import { Workload } from '../model/draft';
import { ClusterIndex } from '../objects/ClusterIndex';
import { listField, textField } from '../objects/field';
import { kinds } from '../objects/kinds';
import { labelOf } from '../objects/metadata';

/** Whether the pods of a workload are part of an Istio mesh, by sidecar or by the node's proxy. */
export function meshMembership(
  index: ClusterIndex,
  workload: Workload,
): 'member' | 'outside' | 'unknown' {
  if (hasSidecar(workload)) {
    return 'member';
  }
  const injection =
    workload.podLabels.get('sidecar.istio.io/inject') ??
    workload.podAnnotations.get('sidecar.istio.io/inject');
  const dataplane = workload.podLabels.get('istio.io/dataplane-mode');
  if (injection === 'true' || dataplane === 'ambient') {
    return 'member';
  }
  const namespace = index.get(kinds.namespace, workload.namespace);
  if (
    injection !== 'false' &&
    (workload.podLabels.has('istio.io/rev') ||
      (namespace !== undefined && injects(namespace)))
  ) {
    return 'member';
  }
  if (
    dataplane !== 'none' &&
    namespace !== undefined &&
    labelOf(namespace, 'istio.io/dataplane-mode') === 'ambient'
  ) {
    return 'member';
  }
  const isOptedOut = injection === 'false' && dataplane === 'none';
  return namespace !== undefined || isOptedOut || hasNoMesh(index)
    ? 'outside'
    : 'unknown';
}

function hasSidecar(workload: Workload): boolean {
  return ['containers', 'initContainers'].some(list =>
    listField(workload.podSpec, list).some(
      container => textField(container, 'name') === 'istio-proxy',
    ),
  );
}

function injects(namespace: Parameters<typeof labelOf>[0]): boolean {
  const injection = labelOf(namespace, 'istio-injection');
  return (
    injection === 'enabled' ||
    (injection !== 'disabled' &&
      labelOf(namespace, 'istio.io/rev') !== undefined)
  );
}

function hasNoMesh(index: ClusterIndex): boolean {
  return (
    index.readState('security.istio.io', 'peerauthentications') ===
    'not-installed'
  );
}
