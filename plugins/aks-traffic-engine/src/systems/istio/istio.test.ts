import {
  analyze,
  onlyEntry,
  orphansOf,
  trafficOf,
  waysInto,
} from '../../__testUtils__/analyze';
import {
  controller,
  deployment,
  gateway,
  gatewayClass,
  httpRoute,
  ingress,
  ingressClass,
  service,
} from '../../__testUtils__/builders';
import { KubernetesObject } from '../../model/observation';

const controllerName = 'istio.io/gateway-controller';
const istiod = deployment({
  name: 'istiod-asm-1-29',
  namespace: 'aks-istio-system',
  image: 'mcr.microsoft.com/oss/v2/istio/pilot:v1.29.2',
  labels: { app: 'istiod', 'istio.io/rev': 'asm-1-29' },
});
const external = controller({
  name: 'aks-istio-ingressgateway-external',
  namespace: 'aks-istio-ingress',
  image: 'mcr.microsoft.com/oss/v2/istio/proxyv2:v1.29.2',
  labels: { istio: 'aks-istio-ingressgateway-external' },
});
const internal = controller({
  name: 'aks-istio-ingressgateway-internal',
  namespace: 'aks-istio-ingress',
  image: 'mcr.microsoft.com/oss/v2/istio/proxyv2:v1.29.2',
  labels: { istio: 'aks-istio-ingressgateway-internal' },
  internal: true,
  address: '10.2.0.9',
});

function classicGateway(
  selected: string,
  servers: unknown[] = [
    { port: { protocol: 'HTTPS' }, hosts: ['*'], tls: { mode: 'SIMPLE' } },
  ],
): KubernetesObject {
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'Gateway',
    metadata: { name: 'edge', namespace: 'shop' },
    spec: { selector: { istio: selected }, servers },
  };
}

function virtualService(
  spec: Record<string, unknown> = {},
  name = 'web',
): KubernetesObject {
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name, namespace: 'shop' },
    spec: {
      hosts: ['web.example'],
      gateways: ['edge'],
      http: [{ route: [{ destination: { host: 'web' } }] }],
      ...spec,
    },
  };
}

const mesh = [istiod, ...external, ...internal, service()];

describe('Istio, classic', () => {
  it.each([
    ['SIMPLE', {}, 'terminate', true],
    ['SIMPLE', { httpsRedirect: true }, 'terminate', undefined],
    ['PASSTHROUGH', {}, 'none', undefined],
    ['PASSTHROUGH', { httpsRedirect: true }, 'passthrough', undefined],
  ])(
    'serves requests on a server with TLS %s beside plain HTTP %j',
    (mode, plain, tls, plainHttp) => {
      const entry = onlyEntry(
        analyze([
          ...mesh,
          classicGateway('aks-istio-ingressgateway-external', [
            { port: { protocol: 'HTTPS' }, hosts: ['*'], tls: { mode } },
            { port: { protocol: 'HTTP' }, hosts: ['*'], tls: plain },
          ]),
          virtualService(),
        ]),
      );
      expect(entry.tls).toBe(tls);
      expect(entry.capabilities.plainHttp).toBe(plainHttp);
    },
  );

  it.each([
    ['aks-istio-ingressgateway-external', 'public'],
    ['aks-istio-ingressgateway-internal', 'internal'],
  ])(
    'goes by the selector %s of the Gateway, across namespaces',
    (selected, exposure) => {
      const analysis = analyze([
        ...mesh,
        classicGateway(selected),
        virtualService(),
      ]);
      expect(onlyEntry(analysis)).toMatchObject({
        system: 'istio',
        controller: selected,
        exposure,
        attached: 'unknown',
        tls: 'terminate',
        confidence: 'proven',
        hosts: ['web.example'],
      });
    },
  );

  it.each([
    ['aks-istio-ingressgateway-external', 'public'],
    ['aks-istio-ingressgateway-internal', 'internal'],
    ['my-gateway', 'unknown'],
  ])('goes by the selector %s alone in files', (selected, exposure) => {
    expect(
      onlyEntry(
        analyze([service(), classicGateway(selected), virtualService()], {
          origin: 'files',
        }),
      ),
    ).toMatchObject({ exposure, confidence: 'inferred' });
  });

  it.each([
    [{ protocol: 'HTTP' }, undefined, true],
    [{ protocol: 'HTTP' }, { httpsRedirect: true }, undefined],
  ])(
    'tells plain HTTP beside TLS from a redirect (%j with %j)',
    (port, tls, plainHttp) => {
      const hosts = ['web.example'];
      const { capabilities } = onlyEntry(
        analyze([
          ...mesh,
          classicGateway('aks-istio-ingressgateway-external', [
            { port: { protocol: 'HTTPS' }, hosts, tls: { mode: 'SIMPLE' } },
            { port, hosts, tls },
          ]),
          virtualService(),
        ]),
      );
      expect(capabilities.plainHttp).toBe(plainHttp);
    },
  );

  it.each([
    ['mesh only', { gateways: ['mesh'] }],
    ['no gateways, which means the mesh', { gateways: undefined }],
  ])('takes %s as east-west', (_case, spec) => {
    const analysis = analyze([
      ...mesh,
      classicGateway('aks-istio-ingressgateway-external'),
      virtualService(spec),
    ]);
    expect(trafficOf(analysis).entryPoints).toEqual([]);
    expect(orphansOf(analysis)).toEqual([]);
  });

  it.each([
    [
      'a Gateway that does not exist',
      { gateways: ['gone'] },
      'VirtualService web',
    ],
    [
      'hosts that no server accepts',
      { hosts: ['other.example'] },
      'VirtualService web',
    ],
  ])('leaves %s an orphan', (_case, spec, orphan) => {
    const analysis = analyze([
      ...mesh,
      classicGateway('aks-istio-ingressgateway-external', [
        {
          port: { protocol: 'HTTP' },
          hosts: ['*/*.example.com', 'web.example'],
        },
      ]),
      virtualService(spec),
    ]);
    expect(trafficOf(analysis).exposure).toBe('cluster-only');
    expect(orphansOf(analysis)).toEqual([orphan]);
  });

  it('leaves a Gateway without pods an orphan maker', () => {
    const analysis = analyze([
      ...mesh,
      classicGateway('gone'),
      virtualService(),
    ]);
    expect(trafficOf(analysis).exposure).toBe('cluster-only');
    expect(orphansOf(analysis)).toEqual(['VirtualService web']);
  });

  it('rests on Services where the pods were not read', () => {
    const front = {
      ...external[1],
      spec: {
        ...external[1].spec,
        selector: { istio: 'aks-istio-ingressgateway-external' },
      },
    };
    expect(
      waysInto(
        analyze(
          [
            front,
            service(),
            classicGateway('aks-istio-ingressgateway-external'),
            virtualService(),
          ],
          { unread: ['deployments'] },
        ),
      ),
    ).toEqual(['istio public inferred']);
  });

  it.each([
    ['MUTUAL', 'mutual'],
    ['PASSTHROUGH', 'passthrough'],
    ['SIMPLE', 'terminate'],
    ['constructor', 'unknown'],
  ])('reads TLS mode %s as %s', (mode, tls) => {
    const analysis = analyze([
      ...mesh,
      classicGateway('aks-istio-ingressgateway-external', [
        { port: { protocol: 'TLS' }, hosts: ['*'], tls: { mode } },
      ]),
      virtualService(),
    ]);
    expect(onlyEntry(analysis).tls).toBe(tls);
  });

  it('follows delegates, mirrors and full host names', () => {
    const analysis = analyze([
      ...mesh,
      service({ namespace: 'team', name: 'api' }),
      service({ name: 'shadow' }),
      classicGateway('aks-istio-ingressgateway-external'),
      virtualService({
        http: [
          {
            match: [{ uri: { prefix: '/api' } }],
            delegate: { name: 'api', namespace: 'team' },
          },
          {
            route: [{ destination: { host: 'web.shop.svc.cluster.local' } }],
            mirror: { host: 'shadow' },
          },
        ],
      }),
      {
        ...virtualService({
          hosts: undefined,
          gateways: undefined,
          http: [{ route: [{ destination: { host: 'api' } }] }],
        }),
        metadata: { name: 'api', namespace: 'team' },
      },
    ]);
    expect(waysInto(analysis)).toEqual(['istio public proven']);
    expect(waysInto(analysis, 'team/api')).toEqual(['istio public proven']);
    expect(onlyEntry(analysis, 'shop/shadow').capabilities).toMatchObject({
      mirrorOnly: true,
    });
  });

  it('does not complete a half name, and keeps it as a possibility', () => {
    expect(
      waysInto(
        analyze([
          ...mesh,
          classicGateway('aks-istio-ingressgateway-external'),
          virtualService({
            http: [{ route: [{ destination: { host: 'web.shop' } }] }],
          }),
        ]),
      ),
    ).toEqual(['istio public inferred']);
  });
});

describe('Istio, Gateway API', () => {
  const generated = service({
    name: 'edge-istio',
    type: 'LoadBalancer',
    labels: { 'gateway.networking.k8s.io/gateway-name': 'edge' },
    selector: { 'gateway.networking.k8s.io/gateway-name': 'edge' },
    addresses: ['10.2.0.9'],
    annotations: {
      'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
    },
  });

  it('is reached through the Service that Istio makes for the Gateway', () => {
    const analysis = analyze([
      istiod,
      gatewayClass('istio', controllerName),
      gateway({ className: 'istio', addresses: ['10.2.0.9'] }),
      generated,
      httpRoute({ controllerName }),
      service(),
    ]);
    expect(waysInto(analysis)).toEqual(['istio internal proven']);
    expect(analysis.cluster.controllers).toMatchObject([
      {
        system: 'istio',
        name: 'istiod-asm-1-29',
        classes: ['istio'],
        exposure: 'internal',
      },
    ]);
  });

  it('takes waypoints as part of the mesh', () => {
    const analysis = analyze([
      istiod,
      gatewayClass('istio-waypoint', 'istio.io/mesh-controller'),
      gateway({ className: 'istio-waypoint' }),
      httpRoute({ controllerName: 'istio.io/mesh-controller' }),
      service(),
    ]);
    expect(trafficOf(analysis).entryPoints).toEqual([]);
    expect(orphansOf(analysis)).toEqual([]);
  });

  it('takes routes of Services as part of the mesh', () => {
    const analysis = analyze([
      httpRoute({ parentRefs: [{ kind: 'Service', group: '', name: 'web' }] }),
      service(),
    ]);
    expect(trafficOf(analysis).entryPoints).toEqual([]);
    expect(orphansOf(analysis)).toEqual([]);
  });

  it('serves Ingresses of its annotation', () => {
    expect(
      waysInto(
        analyze([
          istiod,
          ingressClass('istio', 'istio.io/ingress-controller'),
          service(),
          service({
            name: 'ingress',
            namespace: 'istio-system',
            type: 'LoadBalancer',
            addresses: ['203.0.113.9'],
          }),
          ingress({ annotation: 'istio' }),
        ]),
      ),
    ).toEqual(['istio public proven']);
  });
});
