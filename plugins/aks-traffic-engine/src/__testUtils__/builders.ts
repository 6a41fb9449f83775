import { KubernetesObject } from '../model/observation';

type Annotations = Record<string, string>;

/** A Service in front of pods labelled `app: <name>`. */
export function service(
  options: {
    name?: string;
    namespace?: string;
    type?: string;
    selector?: Record<string, string>;
    annotations?: Annotations;
    labels?: Record<string, string>;
    addresses?: string[];
    spec?: Record<string, unknown>;
  } = {},
): KubernetesObject {
  const { name = 'web', namespace = 'shop', addresses = [] } = options;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace,
      annotations: options.annotations,
      labels: options.labels,
    },
    spec: {
      type: options.type ?? 'ClusterIP',
      selector: options.selector ?? { app: name },
      ports: [{ name: 'http', port: 80 }],
      ...options.spec,
    },
    status: { loadBalancer: { ingress: addresses.map(addressOf) } },
  };
}

/** A Deployment whose pods are labelled `app: <name>`. */
export function deployment(options: {
  name?: string;
  namespace?: string;
  kind?: string;
  image?: string;
  args?: string[];
  env?: { name: string; value: string }[];
  labels?: Record<string, string>;
  podSpec?: Record<string, unknown>;
}): KubernetesObject {
  const { name = 'web', namespace = 'shop', args, env } = options;
  const labels = { app: name, ...options.labels };
  return {
    apiVersion: 'apps/v1',
    kind: options.kind ?? 'Deployment',
    metadata: { name, namespace, labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              name: 'main',
              image: options.image ?? 'example/app:1',
              args,
              env,
            },
          ],
          ...options.podSpec,
        },
      },
    },
  };
}

/** A controller's Deployment and the LoadBalancer Service in front of it. */
export function controller(options: {
  name?: string;
  namespace?: string;
  image: string;
  args?: string[];
  env?: { name: string; value: string }[];
  labels?: Record<string, string>;
  address?: string;
  internal?: boolean;
}): KubernetesObject[] {
  const {
    name = 'controller',
    namespace = 'ingress',
    address = '203.0.113.9',
    internal = false,
  } = options;
  return [
    deployment({ ...options, name, namespace }),
    service({
      name,
      namespace,
      type: 'LoadBalancer',
      selector: { app: name },
      addresses: [address],
      annotations: internal
        ? { 'service.beta.kubernetes.io/azure-load-balancer-internal': 'true' }
        : undefined,
    }),
  ];
}

export function ingressClass(
  name: string,
  controllerValue: string,
  options: { isDefault?: boolean } = {},
): KubernetesObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: {
      name,
      annotations: options.isDefault
        ? { 'ingressclass.kubernetes.io/is-default-class': 'true' }
        : undefined,
    },
    spec: { controller: controllerValue },
  };
}

/** An Ingress of host `web.example` that leads to Service `web`. */
export function ingress(
  options: {
    name?: string;
    namespace?: string;
    className?: string;
    annotation?: string;
    annotations?: Annotations;
    addresses?: string[];
    service?: string;
    tls?: unknown[];
    labels?: Record<string, string>;
    spec?: Record<string, unknown>;
  } = {},
): KubernetesObject {
  const {
    name = 'web',
    namespace = 'shop',
    addresses = ['203.0.113.9'],
  } = options;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name,
      namespace,
      labels: options.labels,
      annotations: {
        ...options.annotations,
        ...(options.annotation !== undefined && {
          'kubernetes.io/ingress.class': options.annotation,
        }),
      },
    },
    spec: {
      ...(options.className !== undefined && {
        ingressClassName: options.className,
      }),
      tls: options.tls,
      rules: [
        {
          host: 'web.example',
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: {
                  service: {
                    name: options.service ?? 'web',
                    port: { number: 80 },
                  },
                },
              },
            ],
          },
        },
      ],
      ...options.spec,
    },
    status: { loadBalancer: { ingress: addresses.map(addressOf) } },
  };
}

const accepted = [{ type: 'Accepted', status: 'True', reason: 'Accepted' }];

export function gatewayClass(
  name: string,
  controllerName: string,
): KubernetesObject {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GatewayClass',
    metadata: { name },
    spec: { controllerName },
    status: { conditions: accepted },
  };
}

/** A Gateway with one HTTPS listener for every host, open to all namespaces. */
export function gateway(options: {
  className: string;
  name?: string;
  namespace?: string;
  addresses?: string[];
  programmed?: boolean;
  spec?: Record<string, unknown>;
}): KubernetesObject {
  const { name = 'edge', namespace = 'shop', programmed = true } = options;
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name, namespace },
    spec: {
      gatewayClassName: options.className,
      listeners: [
        {
          name: 'https',
          port: 443,
          protocol: 'HTTPS',
          tls: { mode: 'Terminate', certificateRefs: [{ name: 'cert' }] },
          allowedRoutes: { namespaces: { from: 'All' } },
        },
      ],
      ...options.spec,
    },
    status: {
      addresses: (options.addresses ?? ['203.0.113.9']).map(value => ({
        value,
      })),
      conditions: [
        ...accepted,
        { type: 'Programmed', status: programmed ? 'True' : 'False' },
      ],
    },
  };
}

/** An HTTPRoute to Service `web`, accepted by the Gateway unless conditions say otherwise. */
export function httpRoute(
  options: {
    kind?: string;
    name?: string;
    namespace?: string;
    controllerName?: string;
    parentRefs?: Record<string, unknown>[];
    backendRefs?: Record<string, unknown>[];
    accepted?: boolean;
    resolved?: boolean;
    reported?: boolean;
    hostnames?: string[];
    labels?: Record<string, string>;
    spec?: Record<string, unknown>;
  } = {},
): KubernetesObject {
  const {
    namespace = 'shop',
    parentRefs = [{ name: 'edge', namespace: 'shop' }],
    backendRefs = [{ name: 'web', port: 80 }],
  } = options;
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: options.kind ?? 'HTTPRoute',
    metadata: {
      name: options.name ?? 'web',
      namespace,
      labels: options.labels,
    },
    spec: {
      parentRefs,
      hostnames: options.hostnames ?? ['web.example'],
      rules: [{ backendRefs }],
      ...options.spec,
    },
    ...(options.reported !== false && {
      status: {
        parents: parentRefs.map(parentRef => ({
          parentRef,
          controllerName: options.controllerName,
          conditions: [
            condition('Accepted', options.accepted !== false),
            condition('ResolvedRefs', options.resolved !== false),
          ],
        })),
      },
    }),
  };
}

function condition(type: string, holds: boolean) {
  return {
    type,
    status: holds ? 'True' : 'False',
    reason: holds ? type : `Not${type}`,
    message: holds ? '' : `not ${type}`,
  };
}

function addressOf(address: string) {
  return /^[0-9.]+$/.test(address) || address.includes(':')
    ? { ip: address }
    : { hostname: address };
}
