import {
  analyze,
  onlyEntry,
  orphansOf,
  trafficOf,
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

const running = [
  deployment({
    name: 'contour',
    namespace: 'projectcontour',
    image: 'ghcr.io/projectcontour/contour:v1.33.5',
    args: ['serve', '--ingress-class-name=contour'],
  }),
  ...controller({
    name: 'envoy',
    namespace: 'projectcontour',
    image: 'docker.io/envoyproxy/envoy:v1.35.0',
  }),
];

function httpProxy(
  name: string,
  spec: Record<string, unknown>,
  status = 'valid',
  namespace = 'shop',
): KubernetesObject {
  return {
    apiVersion: 'projectcontour.io/v1',
    kind: 'HTTPProxy',
    metadata: { name, namespace },
    spec,
    status: { currentStatus: status, description: 'as described' },
  };
}

const route = { services: [{ name: 'web', port: 80 }] };

describe('Contour', () => {
  it.each([
    [
      'its image',
      { image: 'ghcr.io/projectcontour/contour:v1.33.5' },
      'contour 1.33.5 proven',
    ],
    [
      'a digest of it',
      { image: 'acr.example/projectcontour/contour@sha256:0a' },
      'contour (no version) proven',
    ],
  ])('is found by %s', (_case, workload, expected) => {
    expect(controllersIn(workload)).toEqual([expected]);
  });

  it.each([
    [['serve', '--incluster'], ['contour 1.33.5 proven']],
    [
      ['gateway-provisioner', '--metrics-addr=:8080'],
      ['contour 1.33.5 proven'],
    ],
    [['envoy', 'shutdown-manager'], []],
  ])('is what its image was started as, %j', (args, expected) => {
    expect(
      controllersIn({
        image: 'ghcr.io/projectcontour/contour:v1.33.5',
        args,
      }),
    ).toEqual(expected);
  });

  it('leaves Ingresses to the instances that its provisioner makes', () => {
    expect(
      orphansOf(
        analyze([
          ...controller({
            image: 'ghcr.io/projectcontour/contour:v1.33.5',
            args: ['gateway-provisioner'],
          }),
          service(),
          ingress({ annotation: 'contour', addresses: [] }),
        ]),
      ),
    ).toEqual(['Ingress web']);
  });

  it('is one controller beside proxies that its image shuts down', () => {
    const [proxies, front] = controller({
      name: 'envoy',
      namespace: 'projectcontour',
      image: 'docker.io/envoyproxy/envoy:v1.35.0',
    });
    const analysis = analyze([
      deployment({
        name: 'contour',
        namespace: 'projectcontour',
        image: 'ghcr.io/projectcontour/contour:v1.33.5',
        args: ['serve'],
      }),
      {
        ...proxies,
        kind: 'DaemonSet',
        spec: {
          ...proxies.spec,
          template: {
            metadata: { labels: { app: 'envoy' } },
            spec: {
              containers: [
                {
                  name: 'shutdown-manager',
                  image: 'ghcr.io/projectcontour/contour:v1.33.5',
                  command: ['/bin/contour'],
                  args: ['envoy', 'shutdown-manager'],
                },
                {
                  name: 'envoy',
                  image: 'docker.io/envoyproxy/envoy:v1.35.0',
                },
              ],
            },
          },
        },
      },
      front,
      service(),
      ingress({ className: 'contour' }),
    ]);
    expect(analysis.cluster.controllers).toHaveLength(1);
    expect(waysInto(analysis)).toEqual(['contour public proven']);
  });

  it('serves Ingresses without a class when it was not given one', () => {
    expect(
      waysInto(
        analyze([
          ...controller({
            image: 'ghcr.io/projectcontour/contour:v1.33.5',
            args: ['serve', '--incluster'],
          }),
          service(),
          ingress(),
        ]),
      ),
    ).toEqual(['contour public proven']);
  });

  it.each([
    ['its proxies alone', 'docker.io/envoyproxy/envoy:v1.35.0'],
    ['an image of another owner', 'example/contour:v1.33.5'],
    [
      'an image that ends alike',
      'example/notprojectcontour/contour-authserver:v4',
    ],
  ])('is not %s', (_case, image) => {
    expect(controllersIn({ image })).toEqual([]);
  });

  it.each([
    [
      'with an IngressClass of its own value',
      [ingressClass('contour', 'projectcontour.io/ingress-controller')],
    ],
    [
      'with an IngressClass of any value',
      [ingressClass('contour', 'example.com/any')],
    ],
  ])('serves its class by name, %s', (_case, classes) => {
    expect(
      waysInto(
        analyze([
          ...running,
          ...classes,
          service(),
          ingress({ className: 'contour' }),
        ]),
      ),
    ).toEqual(['contour public proven']);
  });

  it('serves no Ingress without a class when it was given one', () => {
    expect(
      orphansOf(analyze([...running, service(), ingress({ addresses: [] })])),
    ).toEqual(['Ingress web']);
  });

  it('reads an HTTPProxy and all it includes, circles too', () => {
    const analysis = analyze([
      ...running,
      service(),
      service({ namespace: 'team', name: 'api' }),
      httpProxy('root', {
        virtualhost: { fqdn: 'web.example', tls: { secretName: 'cert' } },
        routes: [{ ...route, conditions: [{ prefix: '/shop' }] }],
        includes: [{ name: 'api', namespace: 'team' }],
      }),
      httpProxy(
        'api',
        {
          routes: [{ services: [{ name: 'api', port: 80 }] }],
          includes: [{ name: 'root', namespace: 'shop' }],
        },
        'valid',
        'team',
      ),
    ]);
    expect(onlyEntry(analysis)).toMatchObject({
      system: 'contour',
      hosts: ['web.example'],
      paths: ['/shop'],
      tls: 'terminate',
      attached: true,
      exposure: 'public',
    });
    expect(onlyEntry(analysis, 'team/api')).toMatchObject({
      hosts: ['web.example'],
      tls: 'terminate',
    });
  });

  it.each([
    ['invalid', { virtualhost: { fqdn: 'web.example' }, routes: [route] }],
    ['orphaned', { routes: [route] }],
  ])('does not count an HTTPProxy that is %s', (status, spec) => {
    const analysis = analyze([
      ...running,
      service(),
      httpProxy('web', spec, status),
    ]);
    expect(trafficOf(analysis).exposure).toBe('cluster-only');
    expect(orphansOf(analysis)).toEqual(['HTTPProxy web']);
  });

  it('asks clients for certificates where it says so', () => {
    const analysis = analyze([
      ...running,
      service(),
      httpProxy('web', {
        virtualhost: {
          fqdn: 'web.example',
          tls: { secretName: 'cert', clientValidation: { caSecret: 'ca' } },
        },
        routes: [route],
      }),
    ]);
    expect(onlyEntry(analysis)).toMatchObject({
      tls: 'mutual',
      capabilities: { mutualTls: true },
    });
  });
});
