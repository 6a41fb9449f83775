import { KubernetesObject } from '../../model/observation';
import { HostPlan } from '../ingress/hostPlans';
import { EmitContext } from './EmitContext';
import { chunks } from './chunks';
import { secretOf } from './gateways';

/** Source: kubernetes-sigs/gateway-api apis/v1beta1/referencegrant_types.go, maximum of `spec.to`. */
const secretsOfGrant = 16;

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
  return [...secrets].flatMap(([namespace, names]) =>
    chunks([...names].sort(), secretsOfGrant).map((part, index) => ({
      apiVersion: 'gateway.networking.k8s.io/v1beta1',
      kind: 'ReferenceGrant',
      metadata: {
        name: `${gateway.name}-certificates${
          index === 0 ? '' : `-${index + 1}`
        }`,
        namespace,
      },
      spec: {
        from: [
          {
            group: 'gateway.networking.k8s.io',
            kind: 'Gateway',
            namespace: gateway.namespace,
          },
        ],
        to: part.map(name => ({ group: '', kind: 'Secret', name })),
      },
    })),
  );
}
