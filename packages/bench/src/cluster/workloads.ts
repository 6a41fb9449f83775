import { Application, digits, podAddress } from './Application';
import { Item, objectOf } from './objectOf';

export const podsPerApplication = 2;

const helmAnnotations = {
  'meta.helm.sh/release-name': 'service',
  'meta.helm.sh/release-namespace': 'platform',
};

/** The Deployment of an application. */
export function deployment({
  name,
  namespace,
  labels,
  index,
}: Application): Item {
  return objectOf({
    apiVersion: 'apps/v1',
    name,
    namespace,
    labels,
    annotations: {
      'deployment.kubernetes.io/revision': '14',
      ...helmAnnotations,
    },
    content: {
      spec: {
        replicas: podsPerApplication,
        selector: { matchLabels: selectorOf(name) },
        strategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
        },
        revisionHistoryLimit: 10,
        progressDeadlineSeconds: 600,
        template: {
          metadata: {
            labels: { ...labels, ...selectorOf(name) },
            annotations: podAnnotations(name),
          },
          spec: podSpec(name, index),
        },
      },
    },
    status: {
      observedGeneration: 3,
      replicas: podsPerApplication,
      updatedReplicas: podsPerApplication,
      readyReplicas: podsPerApplication,
      availableReplicas: podsPerApplication,
      conditions: [
        condition('Available', 'MinimumReplicasAvailable'),
        condition('Progressing', 'NewReplicaSetAvailable'),
      ],
    },
  });
}

/** The pods of an application's Deployment. */
export function pods({ name, namespace, labels, index }: Application): Item[] {
  const replicaSet = `${name}-${digits(name, 10)}`;
  return Array.from({ length: podsPerApplication }, (_, pod) =>
    objectOf({
      apiVersion: 'v1',
      name: `${replicaSet}-${digits(`${replicaSet}${pod}`, 5)}`,
      namespace,
      labels: {
        ...labels,
        ...selectorOf(name),
        'pod-template-hash': digits(name, 10),
      },
      annotations: podAnnotations(name),
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: replicaSet,
          uid: digits(replicaSet, 36),
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
      manager: 'kube-controller-manager',
      statusManager: 'kubelet',
      content: {
        spec: {
          ...podSpec(name, index),
          nodeName: `aks-apps-31876542-vmss0000${(index + pod) % 9}`,
          priority: 0,
          preemptionPolicy: 'PreemptLowerPriority',
          enableServiceLinks: true,
          serviceAccount: name,
        },
      },
      status: {
        phase: 'Running',
        qosClass: 'Burstable',
        hostIP: '10.224.0.4',
        podIP: podAddress(index * podsPerApplication + pod),
        startTime: '2026-11-18T10:40:51Z',
        conditions: [
          condition('PodReadyToStartContainers'),
          condition('Initialized'),
          condition('Ready'),
          condition('ContainersReady'),
          condition('PodScheduled'),
        ],
        containerStatuses: [
          {
            name: 'app',
            image: imageOf(name, index),
            imageID: `${imageOf(name, index)}@sha256:${digits(name, 64)}`,
            containerID: `containerd://${digits(`${name}${pod}`, 64)}`,
            lastState: {},
            ready: true,
            restartCount: 0,
            started: true,
            state: { running: { startedAt: '2026-11-18T10:41:02Z' } },
          },
        ],
      },
    }),
  );
}

/** The labels by which Services and Deployments find the pods. */
export function selectorOf(name: string): Record<string, string> {
  return { app: name };
}

function podSpec(name: string, index: number): Item {
  return {
    serviceAccountName: name,
    automountServiceAccountToken: false,
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    schedulerName: 'default-scheduler',
    securityContext: { runAsNonRoot: true, runAsUser: 10001 },
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    tolerations: ['not-ready', 'unreachable'].map(state => ({
      key: `node.kubernetes.io/${state}`,
      operator: 'Exists',
      effect: 'NoExecute',
      tolerationSeconds: 300,
    })),
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: selectorOf(name) },
      },
    ],
    volumes: [
      { name: 'tmp', emptyDir: {} },
      { name: 'settings', configMap: { name, defaultMode: 420 } },
    ],
    containers: [
      {
        name: 'app',
        image: imageOf(name, index),
        imagePullPolicy: 'IfNotPresent',
        args: ['--listen=:8080', '--log-format=json'],
        env: [
          { name: 'ASPNETCORE_ENVIRONMENT', value: 'Production' },
          {
            name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
            value: 'http://collector.observability:4317',
          },
          {
            name: 'POD_NAME',
            valueFrom: {
              fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' },
            },
          },
        ],
        ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
        resources: {
          requests: { cpu: '100m', memory: '256Mi' },
          limits: { memory: '512Mi' },
        },
        readinessProbe: probe('/health/ready'),
        livenessProbe: probe('/health/live'),
        volumeMounts: [
          { name: 'tmp', mountPath: '/tmp' },
          { name: 'settings', mountPath: '/etc/settings', readOnly: true },
        ],
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        terminationMessagePath: '/dev/termination-log',
        terminationMessagePolicy: 'File',
      },
    ],
  };
}

function probe(path: string): Item {
  return {
    httpGet: { path, port: 'http', scheme: 'HTTP' },
    periodSeconds: 10,
    timeoutSeconds: 1,
    successThreshold: 1,
    failureThreshold: 3,
  };
}

function podAnnotations(name: string): Record<string, string> {
  return {
    'checksum/config': digits(name, 64),
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': '8080',
  };
}

function imageOf(name: string, index: number): string {
  return `contoso.azurecr.io/services/${name}:2.${index % 40}.1`;
}

function condition(type: string, reason?: string): Item {
  return {
    type,
    status: 'True',
    lastProbeTime: null,
    lastTransitionTime: '2026-11-18T10:41:07Z',
    ...(reason !== undefined && { reason, message: `It is ${reason}.` }),
  };
}
