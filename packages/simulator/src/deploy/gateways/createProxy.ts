import { listOf, specOf } from '../../estate/materialise/fields';
import { ownerReference } from '../../estate/materialise/ownerReference';
import { StoredObject } from '../../estate/types';

/** Name of the objects that Istio makes for a Gateway. */
export function proxyName(gateway: StoredObject, className: string): string {
  return `${gateway.metadata.name}-${className}`;
}

/** The Deployment, Service, autoscaler and disruption budget that Istio makes for a Gateway. */
export function createProxy(options: {
  cluster: string;
  gateway: StoredObject;
  className: string;
  /** Of `spec.infrastructure`; Istio puts them on the Service. */
  annotations: Record<string, string>;
}): StoredObject[] {
  const { cluster, gateway, className, annotations } = options;
  const { namespace = 'default' } = gateway.metadata;
  const name = proxyName(gateway, className);
  const selector = {
    'gateway.networking.k8s.io/gateway-name': gateway.metadata.name,
  };
  const labels = {
    ...selector,
    'gateway.istio.io/managed': 'istio.io-gateway-controller',
    'gateway.networking.k8s.io/gateway-class-name': className,
  };
  const metadata = {
    name,
    namespace,
    labels,
    ownerReferences: [ownerReference(cluster, gateway)],
  };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        replicas: 2,
        selector: { matchLabels: selector },
        template: {
          metadata: {
            labels: { ...labels, 'sidecar.istio.io/inject': 'false' },
          },
          spec: {
            containers: [
              {
                name: 'istio-proxy',
                image: 'mcr.microsoft.com/oss/v2/istio/proxyv2:v1.29.2',
                args: ['proxy', 'router'],
                readinessProbe: {
                  httpGet: { path: '/healthz/ready', port: 15021 },
                },
                resources: { requests: { cpu: '100m', memory: '128Mi' } },
              },
            ],
          },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { ...metadata, annotations },
      spec: {
        type: 'LoadBalancer',
        selector,
        ports: [
          { name: 'status-port', port: 15021, targetPort: 15021 },
          ...portsOf(gateway),
        ],
      },
    },
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata,
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        minReplicas: 2,
        maxReplicas: 5,
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: 80 },
            },
          },
        ],
      },
    },
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata,
      spec: { minAvailable: 1, selector: { matchLabels: selector } },
    },
  ];
}

function portsOf(gateway: StoredObject) {
  const ports = new Set(
    listOf(specOf(gateway).listeners).map(({ port }) => Number(port)),
  );
  return [...ports].map(port => ({
    name: `port-${port}`,
    port,
    targetPort: port,
  }));
}
