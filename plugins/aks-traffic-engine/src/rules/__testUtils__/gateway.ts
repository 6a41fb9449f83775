import { KubernetesObject } from '../../model/observation';
import { Workload } from '../../model/draft';
import { field, textMapField } from '../../objects/field';
import { labelsOf, namespaceOf, referenceOf } from '../../objects/metadata';
import { controller, entryPoint, ruleInput, serviceDraft } from './ruleInput';

const zoneSpread = [{ topologyKey: 'topology.kubernetes.io/zone', maxSkew: 1 }];

/** A Deployment `ingress/controller` that is in order, of which a test changes what matters. */
export function gatewayDeployment(
  options: {
    kind?: string;
    labels?: Record<string, string>;
    replicas?: number;
    status?: Record<string, unknown>;
    podSpec?: Record<string, unknown>;
    namespace?: string;
  } = {},
): KubernetesObject {
  const selector = { app: 'controller' };
  return {
    apiVersion: 'apps/v1',
    kind: options.kind ?? 'Deployment',
    metadata: {
      name: 'controller',
      namespace: options.namespace ?? 'ingress',
      labels: options.labels,
    },
    spec: {
      replicas: options.replicas ?? 2,
      selector: { matchLabels: selector },
      template: {
        metadata: { labels: selector },
        spec: {
          containers: [
            {
              name: 'main',
              resources: { requests: { cpu: '100m' } },
              readinessProbe: {},
            },
          ],
          topologySpreadConstraints: zoneSpread,
          ...options.podSpec,
        },
      },
    },
    ...(options.status && { status: options.status }),
  };
}

/** A Deployment, StatefulSet or DaemonSet as drafts hold it. */
export function workloadFrom(object: KubernetesObject): Workload {
  return {
    object,
    reference: referenceOf(object),
    namespace: namespaceOf(object),
    labels: labelsOf(object),
    podLabels: textMapField(object, 'spec.template.metadata.labels'),
    podAnnotations: new Map(),
    podSpec: field(object, 'spec.template.spec'),
  };
}

/** A cluster with a controller `ingress/controller` and a service that is reached through it. */
export function gatewayInput(
  deployment: KubernetesObject,
  options: Parameters<typeof ruleInput>[0] = {},
) {
  const { objects = [], ...rest } = options;
  return ruleInput({
    controllers: [controller({ system: 'ingress-nginx' })],
    services: [
      serviceDraft({
        entryPoints: [
          entryPoint({ system: 'ingress-nginx', controller: 'controller' }),
        ],
      }),
      serviceDraft({ service: 'other' }),
    ],
    objects: [deployment, ...objects],
    ...rest,
  });
}

/** A node in a zone. */
export function node(name: string, zone: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { 'topology.kubernetes.io/zone': zone } },
  };
}

/** A pod of `ingress/controller` on a node. */
export function gatewayPod(name: string, nodeName: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'ingress', labels: { app: 'controller' } },
    spec: { nodeName },
  };
}

/** A PodDisruptionBudget for pods labelled `app: <app>`. */
export function budget(
  spec: Record<string, unknown>,
  options: {
    app?: string;
    namespace?: string;
    status?: Record<string, unknown>;
  } = {},
): KubernetesObject {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'budget', namespace: options.namespace ?? 'ingress' },
    spec: {
      selector: { matchLabels: { app: options.app ?? 'controller' } },
      ...spec,
    },
    ...(options.status && { status: options.status }),
  };
}

/** A HorizontalPodAutoscaler for `ingress/controller`. */
export function autoscaler(
  bounds: { minReplicas?: number; maxReplicas: number },
  currentReplicas = 2,
): KubernetesObject {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'controller', namespace: 'ingress' },
    spec: {
      scaleTargetRef: { kind: 'Deployment', name: 'controller' },
      ...bounds,
    },
    status: { currentReplicas },
  };
}
