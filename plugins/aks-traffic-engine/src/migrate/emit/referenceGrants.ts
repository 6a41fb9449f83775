import { KubernetesObject } from '../../model/observation';
import { HostPlan } from '../ingress/hostPlans';
import { EmitContext } from './EmitContext';
import { secretOf } from './gateways';

/** Lets the Gateway read the certificates that lie in other namespaces, where the Ingresses had them. */
export function referenceGrants(
  plans: readonly HostPlan[],
  { gateway }: EmitContext,
): KubernetesObject[] {
  const secrets = new Map<string, Set<string>>();
  for (const { certificate } of plans) {
    const { secret, namespace } = secretOf(certificate);
    if (
      secret !== undefined &&
      namespace !== undefined &&
      namespace !== gateway.namespace
    ) {
      const known = secrets.get(namespace) ?? new Set();
      secrets.set(namespace, known.add(secret));
    }
  }
  return [...secrets].map(([namespace, names]) => ({
    apiVersion: 'gateway.networking.k8s.io/v1beta1',
    kind: 'ReferenceGrant',
    metadata: { name: `${gateway.name}-certificates`, namespace },
    spec: {
      from: [
        {
          group: 'gateway.networking.k8s.io',
          kind: 'Gateway',
          namespace: gateway.namespace,
        },
      ],
      to: [...names].sort().map(name => ({ group: '', kind: 'Secret', name })),
    },
  }));
}
