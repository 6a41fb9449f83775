import { KubernetesObject } from '../../model/observation';
import { PatternInputs } from './PatternInputs';

/** How often readiness is asked for, in seconds. */
export const probeSeconds = 10;

/** A connection proves readiness of any protocol; a service that speaks HTTP has a better answer of its own. */
const probe = { tcpSocket: { port: 'app' }, periodSeconds: probeSeconds };

function readinessProbe({ healthPath }: PatternInputs) {
  return healthPath === undefined
    ? probe
    : {
        httpGet: { path: healthPath, port: 'app' },
        periodSeconds: probeSeconds,
      };
}

/** Levels of the Pod Security Standards. */
export type PodSecurity = 'privileged' | 'baseline' | 'restricted';

/** Labels that pods are selected by; they never change. */
export function selectorOf({ name }: PatternInputs): Record<string, string> {
  return { 'app.kubernetes.io/name': name };
}

/** Labels of all objects; the portal finds the service by the last one. */
export function labelsFor(inputs: PatternInputs): Record<string, string> {
  return {
    ...selectorOf(inputs),
    'backstage.io/kubernetes-id': inputs.name,
  };
}

/** What runs the service: at least two pods, in several zones, that are ready before they get traffic. */
export function workload(
  inputs: PatternInputs,
  podSecurity: PodSecurity,
): { [file: string]: KubernetesObject[] } {
  const { name, namespace, replicas = { minimum: 2, maximum: 6 } } = inputs;
  const metadata = { name, namespace, labels: labelsFor(inputs) };
  return {
    namespace: [namespaceObject(inputs, podSecurity)],
    deployment: [
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata,
        spec: {
          // No replicas: they are up to the autoscaler, which every deployment would overrule.
          selector: { matchLabels: selectorOf(inputs) },
          template: podTemplate(inputs),
        },
      },
    ],
    availability: [
      {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata,
        spec: {
          maxUnavailable: 1,
          selector: { matchLabels: selectorOf(inputs) },
        },
      },
      {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata,
        spec: {
          scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
          minReplicas: replicas.minimum,
          maxReplicas: replicas.maximum,
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
    ],
  };
}

function namespaceObject(
  { namespace, meshRevision }: PatternInputs,
  podSecurity: PodSecurity,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: namespace,
      labels: {
        'pod-security.kubernetes.io/enforce': podSecurity,
        // What is not refused is still warned of.
        ...(podSecurity !== 'restricted' && {
          'pod-security.kubernetes.io/warn': 'restricted',
        }),
        ...(meshRevision !== undefined && { 'istio.io/rev': meshRevision }),
      },
    },
  };
}

function podTemplate(inputs: PatternInputs) {
  const { name, image, port, staticEgress } = inputs;
  return {
    metadata: {
      labels: labelsFor(inputs),
      ...(staticEgress !== undefined && {
        annotations: {
          'kubernetes.azure.com/static-gateway-configuration': staticEgress,
        },
      }),
    },
    spec: {
      serviceAccountName: name,
      automountServiceAccountToken: false,
      securityContext: {
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      topologySpreadConstraints: [
        spread('topology.kubernetes.io/zone', inputs),
        spread('kubernetes.io/hostname', inputs),
      ],
      containers: [
        {
          name,
          image,
          ports: [{ name: 'app', containerPort: port }],
          readinessProbe: readinessProbe(inputs),
          livenessProbe: { ...probe, initialDelaySeconds: 15 },
          resources: {
            requests: { cpu: '100m', memory: '128Mi' },
            limits: { memory: '256Mi' },
          },
          volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
        },
      ],
      // The file system is read-only otherwise, and many runtimes do not start without a place for scratch files.
      volumes: [{ name: 'tmp', emptyDir: {} }],
    },
  };
}

function spread(topologyKey: string, inputs: PatternInputs) {
  return {
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: selectorOf(inputs) },
  };
}
