import { KubernetesObject } from '../../model/observation';
import { labelsFor, selectorOf } from './workload';
import { PatternInputs } from './PatternInputs';

/** Who may call the pods, as the source of a rule. */
export type PolicySource = Record<string, unknown>;

/**
 * Nothing goes in or out of the namespace but what is named: callers in, names out, and the way to the internet over
 * TLS, which is to be narrowed to what the service needs.
 */
export function networkPolicies(
  inputs: PatternInputs,
  sources: readonly PolicySource[] | 'anywhere',
  furtherEgress: readonly Record<string, unknown>[] = [],
): KubernetesObject[] {
  const { name, namespace, port } = inputs;
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
    policy('way-out', {
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
    }),
  ];
}

/** Pods of a namespace, by the label that every namespace has. */
export function podsOf(namespace: string): PolicySource {
  return {
    namespaceSelector: {
      matchLabels: { 'kubernetes.io/metadata.name': namespace },
    },
  };
}
