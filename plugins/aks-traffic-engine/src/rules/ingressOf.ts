import { EntryPoint, ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';
import { ClusterIndex } from '../objects/ClusterIndex';
import { kinds } from '../objects/kinds';

/** The Ingress that an entry point comes from; `undefined` where it comes from something else. */
export function ingressOf(
  { kind, namespace, name }: ObjectRef,
  { index }: { index: ClusterIndex },
): KubernetesObject | undefined {
  return kind === kinds.ingress.kind
    ? index.get(kinds.ingress, name, namespace)
    : undefined;
}

/** The Ingresses that entry points come from, each once. */
export function ingressesOf(
  entries: readonly EntryPoint[],
  cluster: { index: ClusterIndex },
): KubernetesObject[] {
  const found = entries.flatMap(
    ({ resource }) => ingressOf(resource, cluster) ?? [],
  );
  return found.length < 2 ? found : [...new Set(found)];
}
