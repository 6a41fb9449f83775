import { KubernetesObject } from '../../model/observation';
import { labelOf, namespaceOf } from '../../objects/metadata';

const systemNamespaces: ReadonlySet<string> = new Set([
  'aks-istio-egress',
  'aks-istio-ingress',
  'aks-istio-system',
  'app-routing-system',
  'applink-system',
  'calico-system',
  'gatekeeper-system',
  'kube-node-lease',
  'kube-public',
  'kube-system',
  'tigera-operator',
]);

/** Namespaces that Kubernetes and AKS fill: nobody in the cluster decides what is in them. */
export function isSystemNamespace(namespace: string): boolean {
  return systemNamespaces.has(namespace);
}

/** Whether Azure makes an object and would undo a change of it. */
export function isManagedByAzure(object: KubernetesObject): boolean {
  return (
    isSystemNamespace(namespaceOf(object)) ||
    labelOf(object, 'kubernetes.azure.com/managedby') === 'aks' ||
    labelOf(object, 'gateway.networking.k8s.io/gateway-class-name') ===
      'approuting-istio'
  );
}
