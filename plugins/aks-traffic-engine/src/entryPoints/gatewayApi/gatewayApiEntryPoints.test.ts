import {
  analyze,
  onlyEntry,
  orphansOf,
  trafficOf,
  waysInto,
} from '../../__testUtils__/analyze';
import {
  gateway,
  gatewayClass,
  httpRoute,
  service,
} from '../../__testUtils__/builders';
import { KubernetesObject } from '../../model/observation';

const controllerName = 'example.com/gateway';
const classes = gatewayClass('edge', controllerName);
const front = service({
  name: 'front',
  type: 'LoadBalancer',
  addresses: ['203.0.113.9'],
  labels: { 'gateway.networking.k8s.io/gateway-name': 'edge' },
});
const base = [classes, gateway({ className: 'edge' }), front, service()];

function route(
  options: Parameters<typeof httpRoute>[0] = {},
): KubernetesObject {
  return httpRoute({ controllerName, ...options });
}

function withListeners(
  ...listeners: Record<string, unknown>[]
): KubernetesObject {
  return gateway({ className: 'edge', spec: { listeners } });
}

describe('attachment of a route', () => {
  it('counts when the status says that it is accepted, resolved and programmed', () => {
    expect(onlyEntry(analyze([...base, route()]))).toMatchObject({
      system: 'other',
      attached: true,
      exposure: 'public',
      tls: 'terminate',
      hosts: ['web.example'],
      paths: ['/'],
      confidence: 'proven',
    });
  });

  it.each([
    ['not accepted', base, route({ accepted: false }), 'has not accepted'],
    [
      'with a reference that does not resolve',
      base,
      route({ resolved: false }),
      'does not resolve',
    ],
    [
      'that no controller reported on',
      base,
      route({ reported: false }),
      'no controller has reported',
    ],
    [
      'on a Gateway that is not programmed',
      [
        classes,
        gateway({ className: 'edge', programmed: false }),
        front,
        service(),
      ],
      route(),
      'is not programmed',
    ],
    [
      'on a Gateway that does not exist',
      base,
      route({ parentRefs: [{ name: 'gone' }] }),
      'Gateway shop/gone does not exist',
    ],
    [
      'without any Gateway',
      base,
      route({ parentRefs: [] }),
      'names no Gateway',
    ],
  ])(
    'does not count %s, and is an orphan with the reason',
    (_case, objects, object, reason) => {
      const analysis = analyze([...objects, object]);
      expect(trafficOf(analysis).exposure).toBe('cluster-only');
      expect(
        trafficOf(analysis).entryPoints.every(
          ({ attached }) => attached === false,
        ),
      ).toBe(true);
      expect(analysis.orphans).toMatchObject([
        {
          resource: { kind: 'HTTPRoute', name: 'web' },
          reason: expect.stringContaining(reason),
        },
      ]);
    },
  );

  it('is unknown where another backend of the route does not resolve', () => {
    const analysis = analyze([
      ...base,
      route({
        resolved: false,
        backendRefs: [{ name: 'web' }, { name: 'gone' }],
      }),
    ]);
    expect(onlyEntry(analysis).attached).toBe('unknown');
    expect(trafficOf(analysis).exposure).toBe('public');
  });

  it('is unknown where the report is about an older version of the route', () => {
    const object = route();
    const [parent] = (object.status as { parents: { conditions: object[] }[] })
      .parents;
    expect(
      onlyEntry(
        analyze([
          ...base,
          {
            ...object,
            metadata: { ...object.metadata, generation: 3 },
            status: {
              parents: [
                {
                  ...parent,
                  conditions: parent.conditions.map(each => ({
                    ...each,
                    observedGeneration: 2,
                  })),
                },
              ],
            },
          },
        ]),
      ).attached,
    ).toBe('unknown');
  });

  it('is unknown where Gateways were not read', () => {
    const analysis = analyze([route(), service()], { unread: ['gateways'] });
    expect(waysInto(analysis)).toEqual(['unknown unknown inferred']);
    expect(orphansOf(analysis)).toEqual([]);
  });

  it('counts once for each of several Gateways', () => {
    const analysis = analyze([
      ...base,
      gateway({ className: 'edge', name: 'inside', addresses: ['10.0.0.9'] }),
      service({
        name: 'inside-front',
        type: 'LoadBalancer',
        addresses: ['10.0.0.9'],
        annotations: {
          'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
        },
        labels: { 'gateway.networking.k8s.io/gateway-name': 'inside' },
      }),
      route({ parentRefs: [{ name: 'edge' }, { name: 'inside' }] }),
    ]);
    expect(waysInto(analysis)).toEqual([
      'other internal proven',
      'other public proven',
    ]);
    expect(trafficOf(analysis).exposure).toBe('public');
  });

  it('contradicts itself where another controller reports than the class names', () => {
    expect(
      waysInto(
        analyze([
          ...base,
          httpRoute({ controllerName: 'example.com/stranger' }),
        ]),
      ),
    ).toEqual(['other public conflict']);
  });
});

describe('backends of a route', () => {
  const far = service({ namespace: 'data', name: 'api' });
  const crossing = route({ backendRefs: [{ name: 'api', namespace: 'data' }] });
  const grant = (
    from: Record<string, string>,
    to: Record<string, string> = {},
  ): KubernetesObject => ({
    apiVersion: 'gateway.networking.k8s.io/v1beta1',
    kind: 'ReferenceGrant',
    metadata: { name: 'grant', namespace: 'data' },
    spec: {
      from: [
        {
          group: 'gateway.networking.k8s.io',
          kind: 'HTTPRoute',
          namespace: 'shop',
          ...from,
        },
      ],
      to: [{ group: '', kind: 'Service', ...to }],
    },
  });

  it.each([
    ['with a grant', [grant({})], [], true],
    ['with a grant for its name', [grant({}, { name: 'api' })], [], true],
    ['without a grant', [], [], false],
    [
      'with a grant for another namespace',
      [grant({ namespace: 'other' })],
      [],
      false,
    ],
    [
      'with a grant for another kind of route',
      [grant({ kind: 'GRPCRoute' })],
      [],
      false,
    ],
    [
      'with a grant for another name',
      [grant({}, { name: 'other' })],
      [],
      false,
    ],
    ['where grants were not read', [], ['referencegrants'], 'unknown'],
  ])('in another namespace, %s', (_case, grants, unread, attached) => {
    expect(
      onlyEntry(
        analyze([...base, far, crossing, ...grants], { unread }),
        'data/api',
      ).attached,
    ).toBe(attached);
  });

  it('show weights of zero and mirrors', () => {
    const analysis = analyze([
      ...base,
      service({ name: 'old' }),
      service({ name: 'shadow' }),
      route({
        spec: {
          rules: [
            {
              matches: [{ path: { type: 'PathPrefix', value: '/shop' } }],
              backendRefs: [
                { name: 'web', weight: 1 },
                { name: 'old', weight: 0 },
              ],
              filters: [
                {
                  type: 'RequestMirror',
                  requestMirror: { backendRef: { name: 'shadow' } },
                },
              ],
            },
          ],
        },
      }),
    ]);
    expect(onlyEntry(analysis).paths).toEqual(['/shop']);
    expect(onlyEntry(analysis, 'shop/old').capabilities.weight).toBe('0');
    expect(onlyEntry(analysis, 'shop/shadow').capabilities.mirrorOnly).toBe(
      true,
    );
  });

  it('that are no Services are left out', () => {
    const analysis = analyze([
      ...base,
      route({
        backendRefs: [
          { kind: 'StorageBucket', group: 'example.com', name: 'web' },
        ],
      }),
    ]);
    expect(trafficOf(analysis).entryPoints).toEqual([]);
  });

  it('that do not exist leave the route leading nowhere', () => {
    expect(
      orphansOf(analyze([...base, route({ backendRefs: [{ name: 'gone' }] })])),
    ).toEqual(['HTTPRoute web']);
  });
});

describe('listeners of a Gateway', () => {
  const files = { origin: 'files' as const };
  const declared = (...listeners: Record<string, unknown>[]) =>
    onlyEntry(
      analyze(
        [
          classes,
          withListeners(...listeners),
          route({ reported: false }),
          service(),
        ],
        files,
      ),
    );

  it.each([
    ['fit by default', { port: 80, protocol: 'HTTP' }, 'unknown'],
    [
      'fit by wildcard',
      { port: 80, protocol: 'HTTP', hostname: '*.example' },
      'unknown',
    ],
    [
      'do not fit another host',
      { port: 80, protocol: 'HTTP', hostname: 'other.example' },
      false,
    ],
    ['do not fit another kind', { port: 5432, protocol: 'TCP' }, false],
    [
      'do not fit a kind they exclude',
      {
        port: 80,
        protocol: 'HTTP',
        allowedRoutes: { kinds: [{ kind: 'GRPCRoute' }] },
      },
      false,
    ],
    [
      'do not admit any namespace',
      {
        port: 80,
        protocol: 'HTTP',
        allowedRoutes: { namespaces: { from: 'None' } },
      },
      false,
    ],
  ])('%s (in files, where no status tells)', (_case, listener, attached) => {
    expect(declared({ name: 'one', ...listener }).attached).toBe(attached);
  });

  it('admit namespaces by label', () => {
    const selecting = (labels: Record<string, string>) =>
      onlyEntry(
        analyze(
          [
            classes,
            withListeners({
              name: 'one',
              port: 80,
              protocol: 'HTTP',
              allowedRoutes: {
                namespaces: {
                  from: 'Selector',
                  selector: { matchLabels: { team: 'shop' } },
                },
              },
            }),
            {
              apiVersion: 'v1',
              kind: 'Namespace',
              metadata: { name: 'shop', labels },
            },
            route({ reported: false }),
            service(),
          ],
          files,
        ),
      ).attached;
    expect(selecting({ team: 'shop' })).toBe('unknown');
    expect(selecting({ team: 'other' })).toBe(false);
  });

  it('narrow the hosts of a route, and a route without hosts takes theirs', () => {
    const listener = {
      name: 'one',
      port: 80,
      protocol: 'HTTP',
      hostname: '*.shop.example',
    };
    const hosts = (hostnames: string[]) =>
      onlyEntry(
        analyze([
          classes,
          withListeners(listener),
          front,
          service(),
          route({ hostnames }),
        ]),
      ).hosts;
    expect(hosts(['a.shop.example', 'b.example'])).toEqual(['a.shop.example']);
    expect(hosts([])).toEqual(['*.shop.example']);
    expect(hosts(['*.example'])).toEqual(['*.shop.example']);
  });

  it.each([
    [{ protocol: 'HTTP' }, 'none', undefined],
    [{ protocol: 'HTTPS', tls: { mode: 'Terminate' } }, 'terminate', 'cluster'],
    [
      {
        protocol: 'HTTPS',
        tls: { frontendValidation: { caCertificateRefs: [] } },
      },
      'mutual',
      'cluster',
    ],
  ])('%j give TLS %s', (listener, tls, tlsEndsAt) => {
    const entry = onlyEntry(
      analyze([
        classes,
        withListeners({ name: 'one', port: 443, ...listener }),
        front,
        service(),
        route(),
      ]),
    );
    expect(entry.tls).toBe(tls);
    expect(entry.capabilities.tlsEndsAt).toBe(tlsEndsAt);
  });

  it('that pass TLS through contradict a load balancer that is to keep the client address', () => {
    const local = {
      ...front,
      spec: { ...front.spec, externalTrafficPolicy: 'Local' },
    };
    const analysis = analyze([
      classes,
      withListeners({
        name: 'one',
        port: 443,
        protocol: 'TLS',
        tls: { mode: 'Passthrough' },
      }),
      local,
      service(),
      route({ kind: 'TLSRoute' }),
    ]);
    expect(onlyEntry(analysis)).toMatchObject({
      tls: 'passthrough',
      capabilities: { tlsEndsAt: 'workload', clientSourceIp: true },
    });
    expect(trafficOf(analysis).findings.map(({ ruleId }) => ruleId)).toContain(
      'passthrough-client-ip',
    );
  });

  it('may come from a ListenerSet', () => {
    const analysis = analyze([
      ...base,
      {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'ListenerSet',
        metadata: { name: 'extra', namespace: 'shop' },
        spec: {
          parentRef: { name: 'edge' },
          listeners: [{ name: 'extra', port: 8443, protocol: 'HTTP' }],
        },
      },
      route({ parentRefs: [{ kind: 'ListenerSet', name: 'extra' }] }),
    ]);
    expect(onlyEntry(analysis)).toMatchObject({
      attached: true,
      exposure: 'public',
      tls: 'none',
    });
  });
});
