import { KubernetesObject } from '../../model/observation';
import { append } from '../../objects/append';
import { ClusterIndex } from '../../objects/ClusterIndex';
import { kinds } from '../../objects/kinds';
import { labelOf, namespaceOf } from '../../objects/metadata';

/** Labels by which implementations mark the Service they make for a Gateway of the Service's own namespace. */
const sameNamespaceLabels = [
  'gateway.networking.k8s.io/gateway-name',
  'io.cilium.gateway/owning-gateway',
  'projectcontour.io/owning-gateway-name',
];
const envoyName = 'gateway.envoyproxy.io/owning-gateway-name';
const envoyNamespace = 'gateway.envoyproxy.io/owning-gateway-namespace';

/** The Services that implementations made for Gateways, by `namespace/name` of the Gateway. */
export function gatewayServices(
  index: ClusterIndex,
): ReadonlyMap<string, readonly KubernetesObject[]> {
  const found = new Map<string, KubernetesObject[]>();
  for (const service of index.list(kinds.service)) {
    for (const label of sameNamespaceLabels) {
      const name = labelOf(service, label);
      if (name !== undefined) {
        append(found, `${namespaceOf(service)}/${name}`, service);
      }
    }
    const name = labelOf(service, envoyName);
    const namespace = labelOf(service, envoyNamespace);
    if (name !== undefined && namespace !== undefined) {
      append(found, `${namespace}/${name}`, service);
    }
  }
  return found;
}
