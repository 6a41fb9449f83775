import { KubernetesObject } from '../model/observation';
import {
  controller,
  deployment,
  ingress,
  ingressClass,
  service,
} from './builders';

export const nginxImage = 'registry.k8s.io/ingress-nginx/controller:v1.15.1';

/** Prefix of ingress-nginx's annotations. */
export const nginxPrefix = 'nginx.ingress.kubernetes.io';

/** Community ingress-nginx in front of `shop/web`. Annotations are given without their prefix. */
export function communityNginx(
  options: {
    image?: string;
    internal?: boolean;
    annotations?: Record<string, string>;
    addresses?: string[];
    ingressSpec?: Record<string, unknown>;
    tls?: unknown[];
  } = {},
): KubernetesObject[] {
  const { image = nginxImage, internal, annotations = {} } = options;
  const address = internal ? '10.2.0.9' : '203.0.113.9';
  return [
    ...controller({
      image,
      internal,
      address,
      args: [
        '/nginx-ingress-controller',
        '--controller-class=k8s.io/ingress-nginx',
        '--enable-ssl-passthrough',
      ],
      labels: { 'app.kubernetes.io/name': 'ingress-nginx' },
    }),
    ingressClass('nginx', 'k8s.io/ingress-nginx'),
    ingress({
      className: 'nginx',
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([name, value]) => [
          `${nginxPrefix}/${name}`,
          value,
        ]),
      ),
      addresses: options.addresses ?? [address],
      tls: options.tls,
      spec: options.ingressSpec,
    }),
    deployment({}),
    service(),
  ];
}

/** The managed NGINX of application routing in front of `shop/web`, by an Ingress of this name. */
export function managedNginx(name = 'web'): KubernetesObject[] {
  return [
    ...controller({
      name: 'nginx',
      namespace: 'app-routing-system',
      image: 'mcr.microsoft.com/oss/v2/ingress-nginx/controller:v1.13.9',
      args: [
        '/nginx-ingress-controller',
        '--ingress-class=webapprouting.kubernetes.azure.com',
        '--controller-class=webapprouting.kubernetes.azure.com/nginx',
      ],
    }),
    ingressClass(
      'webapprouting.kubernetes.azure.com',
      'webapprouting.kubernetes.azure.com/nginx',
    ),
    ingress({ name, className: 'webapprouting.kubernetes.azure.com' }),
  ];
}
