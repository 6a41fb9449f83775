import { ObjectRef } from 'backstage-plugin-aks-traffic-common';
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
