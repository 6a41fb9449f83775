import fc from 'fast-check';
import { annotationCatalogue } from '../../annotations/annotationCatalogue';
import { MigrateOptions } from '../types';

const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom(
    'true',
    'false',
    'cookie',
    '308',
    '/',
    '/$1',
    '/$2',
    'https://a.contoso.com/x',
    '10.0.0.0/8,::1',
    'HTTPS',
    '20',
  ),
);

const name = fc.constantFrom('a', 'b', 'shop', 'pay');

const annotations = fc.dictionary(
  fc.oneof(
    fc
      .constantFrom(...annotationCatalogue.map(({ annotation }) => annotation))
      .map(String),
    fc
      .string({ maxLength: 12 })
      .map(suffix => `nginx.ingress.kubernetes.io/${suffix}`),
    fc.constantFrom(
      'appgw.ingress.kubernetes.io/health-probe-path',
      'appgw.ingress.kubernetes.io/use-private-ip',
      'traefik.ingress.kubernetes.io/router.middlewares',
      'haproxy.org/allow-list',
      'konghq.com/plugins',
      'projectcontour.io/num-retries',
      'nginx.org/rewrites',
      'ingress.kubernetes.io/force-ssl-redirect',
      'example.com/other',
    ),
  ),
  text,
  { maxKeys: 8 },
);

const path = fc.record({
  path: fc.oneof(
    text,
    fc.constantFrom(
      '/',
      '/api',
      '/api(/|$)(.*)',
      '/v[12]',
      '/a b',
      '//',
      '/*',
      '/~/v\\d+',
    ),
  ),
  pathType: fc.constantFrom('Exact', 'Prefix', 'ImplementationSpecific', 'x'),
  backend: fc.oneof(
    fc.record({
      service: fc.record({
        name,
        port: fc.oneof(
          fc.record({ number: fc.integer({ min: 1, max: 65535 }) }),
          fc.record({ name: fc.constantFrom('http', 'grpc') }),
        ),
      }),
    }),
    fc.constant({ resource: { kind: 'StorageBucket', name: 'x' } }),
  ),
});

const ingress = fc.record({
  apiVersion: fc.constant('networking.k8s.io/v1'),
  kind: fc.constant('Ingress'),
  metadata: fc.record({ name, namespace: name, annotations }),
  spec: fc.record({
    ingressClassName: fc.constantFrom(
      undefined,
      'nginx',
      'webapprouting.kubernetes.azure.com',
      'azure-application-gateway',
      'azure-alb-external',
      'traefik',
      'haproxy',
      'kong',
      'contour',
      'cilium',
      'istio',
      'of-our-own',
    ),
    tls: fc.array(
      fc.record({
        hosts: fc.array(fc.constantFrom('a.contoso.com', '*.contoso.com'), {
          maxLength: 2,
        }),
        secretName: fc.option(name, { nil: undefined }),
      }),
      { maxLength: 2 },
    ),
    rules: fc.array(
      fc.record({
        host: fc.option(
          fc.constantFrom('a.contoso.com', 'b.contoso.com', '*.contoso.com'),
          { nil: undefined },
        ),
        http: fc.record({ paths: fc.array(path, { maxLength: 20 }) }),
      }),
      { maxLength: 3 },
    ),
  }),
});

/** Ingresses of several namespaces and classes, with paths, hosts and annotations of all kinds. */
export const ingresses = fc.uniqueArray(ingress, {
  maxLength: 5,
  selector: ({ metadata }) => `${metadata.namespace}/${metadata.name}`,
});

/** What a move is asked for. */
export const options = fc.record({
  target: fc.constantFrom<MigrateOptions['target']>(
    'app-routing-gateway-api',
    'application-gateway-for-containers',
    'istio',
  ),
  kubernetesVersion: fc.constantFrom(undefined, '1.33.2', '1.35.0', '1.36.1'),
  internal: fc.constantFrom(true, false, undefined),
  allowOpen: fc.boolean(),
});
