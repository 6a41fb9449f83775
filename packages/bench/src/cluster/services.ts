import { Application, podAddress } from './Application';
import { Item, objectOf } from './objectOf';
import { podsPerApplication, selectorOf } from './workloads';

/** The Service of an application; one in forty has a load balancer of its own. */
export function service({ name, namespace, labels, index }: Application): Item {
  const balanced = index % 40 === 7;
  const address = `10.0.${Math.floor(index / 250) % 250}.${(index % 250) + 1}`;
  return objectOf({
    apiVersion: 'v1',
    name,
    namespace,
    labels,
    annotations: balanced
      ? { 'service.beta.kubernetes.io/azure-load-balancer-internal': 'true' }
      : undefined,
    content: {
      spec: {
        type: balanced ? 'LoadBalancer' : 'ClusterIP',
        clusterIP: address,
        clusterIPs: [address],
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
        internalTrafficPolicy: 'Cluster',
        sessionAffinity: 'None',
        selector: selectorOf(name),
        ports: [
          { name: 'http', port: 80, protocol: 'TCP', targetPort: 'http' },
        ],
      },
    },
    status: {
      loadBalancer: balanced
        ? { ingress: [{ ip: `10.224.8.${(index % 250) + 1}`, ipMode: 'VIP' }] }
        : {},
    },
  });
}

/** The EndpointSlice that Kubernetes keeps for the Service. */
export function endpointSlice({
  name,
  namespace,
  labels,
  index,
}: Application): Item {
  return objectOf({
    apiVersion: 'discovery.k8s.io/v1',
    name: `${name}-x7k2p`,
    namespace,
    labels: {
      ...labels,
      'kubernetes.io/service-name': name,
      'endpointslice.kubernetes.io/managed-by':
        'endpointslice-controller.k8s.io',
    },
    ownerReferences: [
      { apiVersion: 'v1', kind: 'Service', name, controller: true },
    ],
    manager: 'kube-controller-manager',
    content: {
      addressType: 'IPv4',
      ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
      endpoints: Array.from({ length: podsPerApplication }, (_, pod) => ({
        addresses: [podAddress(index * podsPerApplication + pod)],
        conditions: { ready: true, serving: true, terminating: false },
        nodeName: `aks-apps-31876542-vmss0000${(index + pod) % 9}`,
        zone: `westeurope-${((index + pod) % 3) + 1}`,
        targetRef: { kind: 'Pod', namespace, name: `${name}-${pod}` },
      })),
    },
  });
}
