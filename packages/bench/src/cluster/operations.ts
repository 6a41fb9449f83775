import { Application, namespaceName } from './Application';
import { Item, objectOf } from './objectOf';
import { selectorOf } from './workloads';

export function isScaled({ index }: Application): boolean {
  return index % 3 === 0;
}

export function autoscaler({ name, namespace, labels }: Application): Item {
  return objectOf({
    apiVersion: 'autoscaling/v2',
    name,
    namespace,
    labels,
    content: {
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        minReplicas: 2,
        maxReplicas: 10,
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: 70 },
            },
          },
        ],
      },
    },
    status: { currentReplicas: 2, desiredReplicas: 2 },
  });
}

export function disruptionBudget({
  name,
  namespace,
  labels,
}: Application): Item {
  return objectOf({
    apiVersion: 'policy/v1',
    name,
    namespace,
    labels,
    content: {
      spec: {
        maxUnavailable: 1,
        selector: { matchLabels: selectorOf(name) },
      },
    },
    status: {
      currentHealthy: 2,
      desiredHealthy: 1,
      disruptionsAllowed: 1,
      expectedPods: 2,
      observedGeneration: 3,
    },
  });
}

export function teamNamespace(team: number): Item {
  const name = namespaceName(team);
  return objectOf({
    apiVersion: 'v1',
    name,
    labels: {
      'kubernetes.io/metadata.name': name,
      'pod-security.kubernetes.io/enforce': 'baseline',
    },
    manager: 'argocd-controller',
    content: { spec: { finalizers: ['kubernetes'] } },
    status: { phase: 'Active' },
  });
}

/** What a platform team gives every namespace: nothing gets in but from the ingress controllers. */
export function networkPolicies(team: number): Item[] {
  const common = {
    apiVersion: 'networking.k8s.io/v1',
    namespace: namespaceName(team),
    manager: 'argocd-controller',
  };
  return [
    objectOf({
      ...common,
      name: 'default-deny',
      content: { spec: { podSelector: {}, policyTypes: ['Ingress'] } },
    }),
    objectOf({
      ...common,
      name: 'allow-ingress-controllers',
      content: {
        spec: {
          podSelector: {},
          policyTypes: ['Ingress'],
          ingress: [
            {
              from: [
                {
                  namespaceSelector: {
                    matchLabels: { 'contoso.example/edge': 'true' },
                  },
                },
              ],
            },
          ],
        },
      },
    }),
  ];
}
