import fc from 'fast-check';
import { schemaProblems } from '../__testUtils__/schemaProblems';
import { KubernetesObject } from '../model/observation';
import { ingresses, options } from './__testUtils__/arbitraries';
import { migrateIngresses } from './migrateIngresses';

const targets = [
  'app-routing-gateway-api',
  'application-gateway-for-containers',
  'istio',
] as const;

/** Annotations whose values meet the limits of fields. */
const annotations: Record<string, string>[] = [
  {},
  { 'rewrite-target': '/$2' },
  { 'use-regex': 'true' },
  { 'app-root': '/app' },
  { 'permanent-redirect': 'https://new.contoso.com:8443/x' },
  { 'temporal-redirect': '//new.contoso.com/x', 'proxy-read-timeout': '7' },
  { 'permanent-redirect': 'https://a_b.contoso.com', 'upstream-vhost': 'A.B' },
  { 'proxy-read-timeout': '360000', 'x-forwarded-prefix': '/shop' },
  { 'upstream-vhost': '$service_name.$namespace.svc.cluster.local' },
  { 'enable-cors': 'true' },
  {
    'enable-cors': 'true',
    'cors-allow-origin': 'https://a.com, b.com, *.c.com, https://*.d.com',
    'cors-allow-methods': 'get, POST, PURGE',
    'cors-allow-headers': 'X-One, X Two, X-One',
    'cors-expose-headers': '*, X-Three',
    'cors-max-age': '-1',
  },
  { 'backend-protocol': 'HTTPS', 'proxy-ssl-name': 'Shop.Internal' },
  { 'backend-protocol': 'HTTPS', 'proxy-ssl-name': 'shop.internal' },
  { 'ssl-passthrough': 'true' },
  { 'whitelist-source-range': '10.0.0.0/8', affinity: 'cookie' },
  { 'denylist-source-range': '10.0.0.0/8', 'backend-protocol': 'HTTPS' },
  { 'ssl-redirect': 'false', affinity: 'cookie' },
  { 'mirror-target': 'https://copy.shop.svc.cluster.local$request_uri' },
  { 'from-to-www-redirect': 'true' },
  { 'custom-headers': 'edge/headers', 'proxy-connect-timeout': '7' },
  { 'proxy-connect-timeout': '999', affinity: 'cookie' },
  { canary: 'true', 'canary-weight': '5', 'canary-weight-total': '90000000' },
  { canary: 'true', 'canary-by-header': 'x next' },
  { canary: 'true', 'canary-by-header': 'x-next', 'canary-by-cookie': 'next' },
];

function ingress(
  index: number,
  nginx: Record<string, string>,
  host: string,
): KubernetesObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name: `shop.${index}`,
      namespace: `n${index % 3}`,
      annotations: Object.fromEntries(
        Object.entries(nginx).map(([key, value]) => [
          `nginx.ingress.kubernetes.io/${key}`,
          value,
        ]),
      ),
    },
    spec: {
      tls: [{ hosts: [host], secretName: `tls-${index}` }],
      rules: [
        {
          host,
          http: {
            paths: ['/', '/api(/|$)(.*)', '/a b', '/plain'].map(path => ({
              path,
              pathType: 'ImplementationSpecific',
              backend: {
                service: { name: `web-${index}`, port: { number: 80 } },
              },
            })),
          },
        },
      ],
    },
  };
}

const headers: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { namespace: 'edge', name: 'headers' },
  data: { 'X-Frame-Options': 'DENY', 'X-Text': `a "b" 'c'; d=e` },
};

describe('migrateIngresses', () => {
  it.each(targets)('writes for %s what published schemas take', target => {
    const objects = ['1.33.0', '1.36.1'].flatMap(kubernetesVersion =>
      annotations.flatMap((nginx, index) => {
        const host = `h${index}.contoso.com`;
        const own = [
          headers,
          ingress(index, nginx, host),
          ...(nginx.canary === undefined
            ? []
            : [ingress(index + 300, {}, host)]),
        ];
        return migrateIngresses({
          target,
          kubernetesVersion,
          allowOpen: true,
          objects: own,
        }).objects;
      }),
    );
    const together = migrateIngresses({
      target,
      kubernetesVersion: '1.36.1',
      gateway: { namespace: 'edge', name: 'edge' },
      objects: Array.from({ length: 90 }, (_, index) =>
        ingress(index, {}, `${index % 2 ? '*.' : ''}h${index}.contoso.com`),
      ),
    }).objects;

    expect(objects.length).toBeGreaterThan(annotations.length);
    expect(schemaProblems([...objects, ...together])).toEqual([]);
  });

  it('writes what published schemas take for Ingresses of all kinds', () => {
    // One sample, since the schemas are asked in another process.
    const objects = fc
      .sample(fc.tuple(ingresses, options), { numRuns: 300, seed: 26 })
      .flatMap(
        ([each, given]) =>
          migrateIngresses({
            objects: each as KubernetesObject[],
            ...given,
            allowOpen: true,
          }).objects,
      );

    expect(objects.length).toBeGreaterThan(500);
    expect(schemaProblems(objects)).toEqual([]);
  });

  it('is held against schemas of Application Gateway for Containers that refuse what is wrong', () => {
    const { objects } = migrateIngresses({
      target: 'application-gateway-for-containers',
      objects: [
        ingress(
          1,
          { affinity: 'cookie', 'backend-protocol': 'HTTPS' },
          'shop.contoso.com',
        ),
      ],
    });
    const policy = (kind: string): any =>
      objects.find(object => object.kind === kind);
    const route = policy('RoutePolicy');
    const tls = policy('BackendTLSPolicy');

    expect(schemaProblems([route, tls])).toEqual([]);
    expect(
      schemaProblems([
        { ...route, kind: 'RoutingPolicy' },
        { ...route, data: {} },
        { ...route, spec: { ...route.spec, targetRefs: [] } },
        {
          ...route,
          spec: {
            ...route.spec,
            default: { sessionAffinity: { affinityType: 'cookie' } },
          },
        },
        { ...tls, spec: { default: { ports: [{ port: '443' }] } } },
      ]),
    ).toEqual([
      'alb.networking.azure.io/v1 RoutingPolicy: no schema',
      expect.stringMatching(/\/data: unknown field/),
      expect.stringMatching(/\/spec\/targetRefs: unknown field/),
      expect.stringMatching(/sessionAffinity\/affinityType: enum/),
      expect.stringMatching(/\/spec: required .*targetRef/),
      expect.stringMatching(/ports\/0\/port: type .*integer/),
    ]);
  });

  it('is held against schemas that refuse what is wrong', () => {
    const [gateway, route] = migrateIngresses({
      target: 'istio',
      objects: [ingress(1, {}, 'shop.contoso.com')],
    }).objects as any[];

    expect(
      schemaProblems([
        {
          ...gateway,
          spec: {
            ...gateway.spec,
            listeners: [{ name: 'x', port: 70000, protocol: 'HTTP' }],
          },
        },
        {
          ...route,
          spec: {
            ...route.spec,
            rules: [{ timeouts: { request: '360000s' } }],
          },
        },
        { ...route, spec: { ...route.spec, hostname: 'shop.contoso.com' } },
      ]),
    ).toEqual([
      expect.stringMatching(/listeners\/0\/port: maximum/),
      expect.stringMatching(/timeouts\/request: pattern/),
      expect.stringMatching(/\/spec\/hostname: unknown field/),
    ]);
  });
});
