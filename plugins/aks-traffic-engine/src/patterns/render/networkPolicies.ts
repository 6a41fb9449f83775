import { KubernetesObject } from '../../model/observation';
import { labelsFor, selectorOf } from './workload';
import { PatternInputs } from './PatternInputs';

/** Who may call the pods, as the source of a rule. */
export type PolicySource = Record<string, unknown>;

/**
 * Nothing goes in or out of the namespace but what is named: callers in, names out, and the way to the internet over
 * TLS, to hosts that are named or, where none are, to any: that is to be narrowed to what the service needs.
 */
export function networkPolicies(
  inputs: PatternInputs,
  sources: readonly PolicySource[] | 'anywhere',
  furtherEgress: readonly Record<string, unknown>[] = [],
): KubernetesObject[] {
  const { name, namespace, port, egressHosts = [] } = inputs;
  const labels = labelsFor(inputs);
  const policy = (
    suffix: string,
    spec: Record<string, unknown>,
  ): KubernetesObject => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `${name}-${suffix}`, namespace, labels },
    spec,
  });
  const podSelector = { matchLabels: selectorOf(inputs) };
  const ports = [{ protocol: 'TCP', port }];
  return [
    policy('default-deny', {
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    }),
    policy('callers', {
      podSelector,
      policyTypes: ['Ingress'],
      ingress:
        sources === 'anywhere' ? [{ ports }] : [{ from: [...sources], ports }],
    }),
    ...(egressHosts.length > 0
      ? [
          hostNamePolicy(inputs, egressHosts),
          ...(furtherEgress.length > 0
            ? [
                policy('way-out', {
                  podSelector,
                  policyTypes: ['Egress'],
                  egress: [...furtherEgress],
                }),
              ]
            : []),
        ]
      : [policy('way-out', wayOut(podSelector, furtherEgress))]),
  ];
}

function wayOut(
  podSelector: Record<string, unknown>,
  furtherEgress: readonly Record<string, unknown>[],
): Record<string, unknown> {
  return {
    podSelector,
    policyTypes: ['Egress'],
    egress: [
      {
        to: [
          {
            namespaceSelector: {
              matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' },
            },
            podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
          },
          // Where LocalDNS is on, names are resolved on the node.
          { ipBlock: { cidr: '169.254.10.0/24' } },
        ],
        ports: [
          { protocol: 'UDP', port: 53 },
          { protocol: 'TCP', port: 53 },
        ],
      },
      { ports: [{ protocol: 'TCP', port: 443 }] },
      ...furtherEgress,
    ],
  };
}

/**
 * Cilium learns the addresses of names from the answers of DNS that it looks at, so that its rule about DNS has to be the
 * only one: one without a look at the answers would let them pass unseen.
 *
 * Source: MicrosoftDocs/azure-aks-docs articles/aks/container-network-security-fqdn-filtering-concepts.md.
 */
function hostNamePolicy(
  inputs: PatternInputs,
  hosts: readonly string[],
): KubernetesObject {
  const { name, namespace } = inputs;
  return {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNetworkPolicy',
    metadata: { name: `${name}-hosts`, namespace, labels: labelsFor(inputs) },
    spec: {
      endpointSelector: { matchLabels: selectorOf(inputs) },
      egress: [
        {
          toEndpoints: [
            {
              matchLabels: {
                'k8s:io.kubernetes.pod.namespace': 'kube-system',
                'k8s:k8s-app': 'kube-dns',
              },
            },
          ],
          toPorts: [
            {
              ports: [{ port: '53', protocol: 'ANY' }],
              rules: { dns: [{ matchPattern: '*' }] },
            },
          ],
        },
        {
          toFQDNs: hosts.map(host =>
            host.includes('*') ? { matchPattern: host } : { matchName: host },
          ),
          toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }],
        },
      ],
    },
  };
}

/** Pods of a namespace, by the label that every namespace has. */
export function podsOf(namespace: string): PolicySource {
  return {
    namespaceSelector: {
      matchLabels: { 'kubernetes.io/metadata.name': namespace },
    },
  };
}
