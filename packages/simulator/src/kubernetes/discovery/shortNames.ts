import type { ApiResource } from '../../estate/types';

/** Abbreviations for people at a terminal, by group and plural. */
const SHORT_NAMES = new Map<string, string[]>([
  ['/configmaps', ['cm']],
  ['/endpoints', ['ep']],
  ['/events', ['ev']],
  ['/namespaces', ['ns']],
  ['/nodes', ['no']],
  ['/pods', ['po']],
  ['/serviceaccounts', ['sa']],
  ['/services', ['svc']],
  ['apiextensions.k8s.io/customresourcedefinitions', ['crd', 'crds']],
  ['apps/daemonsets', ['ds']],
  ['apps/deployments', ['deploy']],
  ['apps/replicasets', ['rs']],
  ['apps/statefulsets', ['sts']],
  ['autoscaling/horizontalpodautoscalers', ['hpa']],
  ['cilium.io/ciliumnetworkpolicies', ['cnp', 'ciliumnp']],
  ['gateway.networking.k8s.io/gatewayclasses', ['gc']],
  ['gateway.networking.k8s.io/gateways', ['gtw']],
  ['gateway.networking.k8s.io/referencegrants', ['refgrant']],
  ['networking.istio.io/destinationrules', ['dr']],
  ['networking.istio.io/gateways', ['gw']],
  ['networking.istio.io/virtualservices', ['vs']],
  ['networking.k8s.io/ingresses', ['ing']],
  ['networking.k8s.io/networkpolicies', ['netpol']],
  ['policy/poddisruptionbudgets', ['pdb']],
]);

export function shortNamesOf({
  group,
  resource,
}: ApiResource): string[] | undefined {
  return SHORT_NAMES.get(`${group}/${resource}`);
}
