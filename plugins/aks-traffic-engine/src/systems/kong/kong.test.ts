import {
  analyze,
  onlyEntry,
  orphansOf,
  waysInto,
} from '../../__testUtils__/analyze';
import { controllersIn } from '../../__testUtils__/controllers';
import {
  controller,
  deployment,
  ingress,
  ingressClass,
  service,
} from '../../__testUtils__/builders';
import { KubernetesObject } from '../../model/observation';

const image = 'kong/kubernetes-ingress-controller:3.5';
const value = 'ingress-controllers.konghq.com/kong';

describe('Kong Ingress Controller', () => {
  it.each([
    ['its image', { image }, 'kong 3.5 proven'],
    [
      'a mirror of it',
      {
        image:
          'acr.example/mirror/kong/kubernetes-ingress-controller@sha256:0a',
      },
      'kong (no version) proven',
    ],
    [
      'labels alone',
      {
        labels: {
          'app.kubernetes.io/name': 'kong',
          'app.kubernetes.io/component': 'controller',
        },
      },
      'kong (no version) inferred',
    ],
  ])('is found by %s', (_case, workload, expected) => {
    expect(controllersIn(workload)).toEqual([expected]);
  });

  it.each([
    ['the gateway without a controller', 'kong/kong-gateway:3.11'],
    ['the plain proxy', 'kong:3.9'],
    [
      'the controller of another owner',
      'example/kubernetes-ingress-controller:3.5',
    ],
    ['its operator', 'kong/gateway-operator:1.6'],
  ])('is not %s', (_case, other) => {
    expect(controllersIn({ image: other })).toEqual([]);
  });

  it('does not serve a class of another controller value', () => {
    const analysis = analyze([
      ...controller({ image }),
      ingressClass('kong', 'example.com/kong'),
      service(),
      ingress({ className: 'kong', addresses: [] }),
    ]);
    expect(waysInto(analysis)).not.toContain('kong public proven');
  });

  it('serves its class', () => {
    expect(
      waysInto(
        analyze([
          ...controller({ image }),
          ingressClass('kong', value),
          service(),
          ingress({ className: 'kong' }),
        ]),
      ),
    ).toEqual(['kong public proven']);
  });

  it('serves the class its environment names', () => {
    expect(
      waysInto(
        analyze([
          ...controller({
            image,
            env: [{ name: 'CONTROLLER_INGRESS_CLASS', value: 'inside' }],
          }),
          ingressClass('inside', value),
          service(),
          ingress({ className: 'inside' }),
        ]),
      ),
    ).toEqual(['kong public proven']);
  });

  it('is reached through the gateway beside it', () => {
    const analysis = analyze([
      deployment({ name: 'kong-controller', namespace: 'kong', image }),
      ...controller({
        name: 'kong-gateway',
        namespace: 'kong',
        image: 'kong/kong-gateway:3.11',
        internal: true,
        address: '10.0.0.9',
      }),
      ingressClass('kong', value),
      service(),
      ingress({ className: 'kong', addresses: ['10.0.0.9'] }),
    ]);
    expect(onlyEntry(analysis)).toMatchObject({
      system: 'kong',
      controller: 'kong-controller',
      exposure: 'internal',
      addresses: ['10.0.0.9'],
    });
  });

  it('is pending while its load balancer has no address', () => {
    const [running, front] = controller({ image });
    expect(
      waysInto(
        analyze([
          running,
          { ...front, status: { loadBalancer: {} } },
          ingressClass('kong', value),
          service(),
          ingress({ className: 'kong', addresses: [] }),
        ]),
      ),
    ).toEqual(['kong pending proven']);
  });

  it('leaves an Ingress without a class unknown: no source says what it does with one', () => {
    expect(
      waysInto(
        analyze([
          ...controller({ image }),
          service(),
          ingress({ addresses: [] }),
        ]),
      ),
    ).toEqual(['unknown unknown inferred']);
  });

  describe('with routes of its own', () => {
    const route = (
      kind: string,
      spec: Record<string, unknown>,
      options: {
        annotations?: Record<string, string>;
        addresses?: string[];
      } = {},
    ): KubernetesObject => ({
      apiVersion: 'configuration.konghq.com/v1beta1',
      kind,
      metadata: {
        name: 'web',
        namespace: 'shop',
        annotations: {
          'kubernetes.io/ingress.class': 'kong',
          ...options.annotations,
        },
      },
      spec,
      status: {
        loadBalancer: {
          ingress: (options.addresses ?? ['203.0.113.9']).map(ip => ({ ip })),
        },
      },
    });
    const rule = {
      port: 9000,
      backend: { serviceName: 'web', servicePort: 80 },
    };
    const hosted = { ...rule, host: 'web.example' };
    const passthrough = { 'konghq.com/protocols': 'tls_passthrough' };

    it.each([
      ['TCPIngress', { rules: [rule] }, {}, 'none', ['*']],
      ['UDPIngress', { rules: [rule] }, {}, 'none', ['*']],
      [
        'TCPIngress',
        { rules: [hosted], tls: [{ secretName: 'cert' }] },
        {},
        'terminate',
        ['web.example'],
      ],
      ['TCPIngress', { rules: [hosted] }, {}, 'unknown', ['web.example']],
      [
        'TCPIngress',
        { rules: [hosted] },
        { annotations: passthrough },
        'passthrough',
        ['web.example'],
      ],
    ])('lets traffic in by a %s (%j)', (kind, spec, options, tls, hosts) => {
      expect(
        onlyEntry(
          analyze([
            ...controller({ image }),
            service(),
            route(kind, spec, options),
          ]),
        ),
      ).toMatchObject({
        system: 'kong',
        resource: { kind },
        exposure: 'public',
        attached: true,
        tls,
        hosts,
      });
    });

    it('does not know whether one without an address is served', () => {
      expect(
        onlyEntry(
          analyze([
            ...controller({ image }),
            service(),
            route('TCPIngress', { rules: [rule] }, { addresses: [] }),
          ]),
        ).attached,
      ).toBe('unknown');
    });

    it.each([
      ['nothing runs', []],
      [
        'its class is of another controller',
        controller({ image, args: ['--ingress-class=other'] }),
      ],
    ])('leaves one an orphan where %s', (_case, running) => {
      const analysis = analyze([
        ...running,
        service(),
        route('TCPIngress', { rules: [rule] }, { addresses: [] }),
      ]);
      expect(orphansOf(analysis)).toEqual(['TCPIngress web']);
      expect(waysInto(analysis)).toEqual([]);
    });
  });
});
