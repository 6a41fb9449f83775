import { Application } from './Application';
import { Item, objectOf } from './objectOf';

/** Shares of the ways in that clusters use while they move from one to the next, by an application's number. */
export function usesGatewayApi({ index }: Application): boolean {
  return index % 10 === 9;
}

const classes = [
  'webapprouting.kubernetes.azure.com',
  'webapprouting.kubernetes.azure.com',
  'nginx',
  'webapprouting.kubernetes.azure.com',
  'nginx',
  'nginx-internal',
  'webapprouting.kubernetes.azure.com',
  'nginx',
  'azure-application-gateway',
] as const;

const addresses: Record<(typeof classes)[number], string> = {
  'webapprouting.kubernetes.azure.com': '20.50.2.10',
  nginx: '20.50.2.11',
  'nginx-internal': '10.224.6.10',
  'azure-application-gateway': '20.50.2.12',
};

/** The Ingress of an application: a host, TLS, and mostly one path. */
export function ingress({
  name,
  namespace,
  labels,
  host,
  index,
}: Application): Item {
  const className = classes[index % 10];
  const paths = index % 4 === 0 ? ['/', '/api'] : ['/'];
  return objectOf({
    apiVersion: 'networking.k8s.io/v1',
    name,
    namespace,
    labels,
    annotations: {
      'meta.helm.sh/release-name': 'service',
      'meta.helm.sh/release-namespace': namespace,
      'cert-manager.io/cluster-issuer': 'letsencrypt',
      ...(className.startsWith('nginx') && {
        'nginx.ingress.kubernetes.io/proxy-body-size': '8m',
        'nginx.ingress.kubernetes.io/ssl-redirect': 'true',
      }),
    },
    statusManager: 'nginx-ingress-controller',
    content: {
      spec: {
        ingressClassName: className,
        tls: [{ hosts: [host], secretName: `${name}-tls` }],
        rules: [
          {
            host,
            http: {
              paths: paths.map(path => ({
                path,
                pathType: 'Prefix',
                backend: { service: { name, port: { name: 'http' } } },
              })),
            },
          },
        ],
      },
    },
    status: { loadBalancer: { ingress: [{ ip: addresses[className] }] } },
  });
}

/** The HTTPRoute of an application that has moved on. */
export function httpRoute({
  name,
  namespace,
  labels,
  host,
}: Application): Item {
  const parentRef = {
    group: 'gateway.networking.k8s.io',
    kind: 'Gateway',
    name: 'edge',
    namespace: 'gateways',
    sectionName: 'https',
  };
  return objectOf({
    apiVersion: 'gateway.networking.k8s.io/v1',
    name,
    namespace,
    labels,
    statusManager: 'istio',
    content: {
      spec: {
        parentRefs: [parentRef],
        hostnames: [host],
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: '/' } }],
            backendRefs: [
              { group: '', kind: 'Service', name, port: 80, weight: 1 },
            ],
          },
        ],
      },
    },
    status: {
      parents: [
        {
          parentRef,
          controllerName: 'istio.io/gateway-controller',
          conditions: ['Accepted', 'ResolvedRefs'].map(type => ({
            type,
            status: 'True',
            reason: type,
            message: `Route is ${type}`,
            observedGeneration: 3,
            lastTransitionTime: '2026-11-18T10:41:07Z',
          })),
        },
      ],
    },
  });
}
