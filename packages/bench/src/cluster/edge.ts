import { Item, objectOf } from './objectOf';

interface Proxy {
  name: string;
  namespace: string;
  image: string;
  args: string[];
  address: string;
  internal?: boolean;
}

const proxies: readonly Proxy[] = [
  {
    name: 'nginx',
    namespace: 'app-routing-system',
    image:
      'mcr.microsoft.com/oss/kubernetes/ingress/nginx-ingress-controller:v1.13.1',
    args: [
      '/nginx-ingress-controller',
      '--ingress-class=webapprouting.kubernetes.azure.com',
      '--controller-class=webapprouting.kubernetes.azure.com/nginx',
      '--publish-service=app-routing-system/nginx',
    ],
    address: '20.50.2.10',
  },
  {
    name: 'ingress-nginx-controller',
    namespace: 'ingress-nginx',
    image: 'registry.k8s.io/ingress-nginx/controller:v1.13.3',
    args: [
      '/nginx-ingress-controller',
      '--ingress-class=nginx',
      '--controller-class=k8s.io/ingress-nginx',
      '--publish-service=ingress-nginx/ingress-nginx-controller',
    ],
    address: '20.50.2.11',
  },
  {
    name: 'ingress-nginx-internal-controller',
    namespace: 'ingress-nginx',
    image: 'registry.k8s.io/ingress-nginx/controller:v1.13.3',
    args: [
      '/nginx-ingress-controller',
      '--ingress-class=nginx-internal',
      '--controller-class=k8s.io/ingress-nginx-internal',
      '--publish-service=ingress-nginx/ingress-nginx-internal-controller',
    ],
    address: '10.224.6.10',
    internal: true,
  },
  {
    name: 'ingress-appgw-deployment',
    namespace: 'kube-system',
    image:
      'mcr.microsoft.com/azure-application-gateway/kubernetes-ingress:1.8.1',
    args: [],
    address: '20.50.2.12',
  },
];

/** The Deployments of the ingress controllers. */
export function controllerDeployments(): Item[] {
  return proxies.map(({ name, namespace, image, args }) =>
    objectOf({
      apiVersion: 'apps/v1',
      name,
      namespace,
      labels: { app: name },
      content: {
        spec: {
          replicas: 3,
          selector: { matchLabels: { app: name } },
          template: {
            metadata: { labels: { app: name } },
            spec: { containers: [{ name: 'controller', image, args }] },
          },
        },
      },
      status: { replicas: 3, readyReplicas: 3, availableReplicas: 3 },
    }),
  );
}

/** The Services in front of the ingress controllers and of the Gateway. */
export function controllerServices(): Item[] {
  const gateway = {
    name: 'edge-istio',
    namespace: 'gateways',
    address: '20.50.2.13',
    internal: false,
  };
  return [...proxies, gateway].map(({ name, namespace, address, internal }) =>
    objectOf({
      apiVersion: 'v1',
      name,
      namespace,
      labels: { app: name },
      annotations: internal
        ? { 'service.beta.kubernetes.io/azure-load-balancer-internal': 'true' }
        : undefined,
      content: {
        spec: {
          type: 'LoadBalancer',
          externalTrafficPolicy: 'Local',
          selector: { app: name },
          ports: [
            { name: 'http', port: 80, targetPort: 'http' },
            { name: 'https', port: 443, targetPort: 'https' },
          ],
        },
      },
      status: { loadBalancer: { ingress: [{ ip: address }] } },
    }),
  );
}

export function ingressClasses(): Item[] {
  const controllers = {
    'webapprouting.kubernetes.azure.com':
      'webapprouting.kubernetes.azure.com/nginx',
    nginx: 'k8s.io/ingress-nginx',
    'nginx-internal': 'k8s.io/ingress-nginx-internal',
    'azure-application-gateway': 'azure/application-gateway',
  };
  return Object.entries(controllers).map(([name, controller]) =>
    objectOf({
      apiVersion: 'networking.k8s.io/v1',
      name,
      content: { spec: { controller } },
    }),
  );
}

export function gatewayClasses(): Item[] {
  return [
    objectOf({
      apiVersion: 'gateway.networking.k8s.io/v1',
      name: 'istio',
      content: { spec: { controllerName: 'istio.io/gateway-controller' } },
      status: {
        conditions: [{ type: 'Accepted', status: 'True', reason: 'Accepted' }],
      },
    }),
  ];
}

export function gateways(): Item[] {
  return [
    objectOf({
      apiVersion: 'gateway.networking.k8s.io/v1',
      name: 'edge',
      namespace: 'gateways',
      content: {
        spec: {
          gatewayClassName: 'istio',
          listeners: [
            {
              name: 'https',
              port: 443,
              protocol: 'HTTPS',
              hostname: '*.contoso.example',
              allowedRoutes: { namespaces: { from: 'All' } },
              tls: {
                mode: 'Terminate',
                certificateRefs: [{ name: 'contoso-example' }],
              },
            },
          ],
        },
      },
      status: {
        addresses: [{ type: 'IPAddress', value: '20.50.2.13' }],
        conditions: ['Accepted', 'Programmed'].map(type => ({
          type,
          status: 'True',
          reason: type,
        })),
        listeners: [{ name: 'https', attachedRoutes: 12, conditions: [] }],
      },
    }),
  ];
}
