import { StoredObject } from '../types';

const partLabel = 'app.kubernetes.io/name';

/** Stands for the address a cluster gives, until the cluster is known. */
export type AddressSlot = 'public' | 'internal';

export function namespaceManifest(name: string): StoredObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

export function deploymentManifest(options: {
  namespace: string;
  name: string;
  image: string;
  replicas?: number;
  args?: string[];
  labels?: Record<string, string>;
}): StoredObject {
  const { namespace, name, image, replicas = 2, args, labels } = options;
  const selector = labels ?? { [partLabel]: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels: selector },
    spec: {
      replicas,
      selector: { matchLabels: selector },
      template: {
        metadata: { labels: selector },
        spec: {
          containers: [
            {
              name: 'main',
              image,
              ...(args && { args }),
              ports: [{ name: 'http', containerPort: 8080 }],
              readinessProbe: { httpGet: { path: '/healthz', port: 'http' } },
              resources: { requests: { cpu: '100m', memory: '128Mi' } },
            },
          ],
        },
      },
    },
  };
}

export function serviceManifest(options: {
  namespace: string;
  name: string;
  type?: string;
  labels?: Record<string, string>;
  selector?: Record<string, string>;
  internal?: boolean;
}): StoredObject {
  const { namespace, name, type, labels, selector, internal } = options;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace,
      ...(labels && { labels }),
      ...(internal && {
        annotations: {
          'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
        },
      }),
    },
    spec: {
      ...(type && { type }),
      selector: selector ?? { [partLabel]: name },
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
    },
  };
}

export function ingressClassManifest(
  name: string,
  controller: string,
): StoredObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name },
    spec: { controller },
  };
}

export function ingressManifest(options: {
  namespace: string;
  name: string;
  className: string;
  annotations?: Record<string, string>;
}): StoredObject {
  const { namespace, name, className, annotations } = options;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name, namespace, ...(annotations && { annotations }) },
    spec: {
      ingressClassName: className,
      rules: [
        {
          host: `${name}.${namespace}.example`,
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name, port: { name: 'http' } } },
              },
            ],
          },
        },
      ],
    },
  };
}

export function gatewayClassManifest(
  name: string,
  controllerName: string,
): StoredObject {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GatewayClass',
    metadata: { name },
    spec: { controllerName },
    status: { conditions: [condition('Accepted')] },
  };
}

export function gatewayManifest(options: {
  namespace: string;
  name: string;
  className: string;
  internal: boolean;
}): StoredObject {
  const { namespace, name, className, internal } = options;
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name, namespace },
    spec: {
      gatewayClassName: className,
      ...(internal && {
        infrastructure: {
          annotations: {
            'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
          },
        },
      }),
      listeners: [
        {
          name: 'http',
          port: 80,
          protocol: 'HTTP',
          allowedRoutes: { namespaces: { from: 'All' } },
        },
      ],
    },
    status: {
      conditions: [condition('Accepted'), condition('Programmed')],
      listeners: [
        {
          name: 'http',
          attachedRoutes: 1,
          supportedKinds: [
            { group: 'gateway.networking.k8s.io', kind: 'HTTPRoute' },
          ],
          conditions: [
            condition('Accepted'),
            condition('Programmed'),
            condition('ResolvedRefs'),
          ],
        },
      ],
    },
  };
}

export function httpRouteManifest(options: {
  namespace: string;
  name: string;
  gateway: { namespace: string; name: string };
  controllerName: string;
}): StoredObject {
  const { namespace, name, gateway, controllerName } = options;
  const parentRef = {
    group: 'gateway.networking.k8s.io',
    kind: 'Gateway',
    namespace: gateway.namespace,
    name: gateway.name,
  };
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name, namespace },
    spec: {
      parentRefs: [parentRef],
      hostnames: [`${name}.${namespace}.example`],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/' } }],
          backendRefs: [{ name, port: 80 }],
        },
      ],
    },
    status: {
      parents: [
        {
          parentRef,
          controllerName,
          conditions: [condition('Accepted'), condition('ResolvedRefs')],
        },
      ],
    },
  };
}

function condition(type: string) {
  return {
    type,
    status: 'True',
    reason: type,
    message: '',
    observedGeneration: 1,
    lastTransitionTime: '2026-06-01T00:00:00Z',
  };
}
