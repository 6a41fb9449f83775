import { analyze, orphansOf, waysInto } from '../../__testUtils__/analyze';
import {
  controller,
  deployment,
  ingress,
  ingressClass,
  service,
} from '../../__testUtils__/builders';

const image = 'registry.k8s.io/ingress-nginx/controller:v1.15.1';
const community = 'k8s.io/ingress-nginx';
const nginxClass = ingressClass('nginx', community);

describe('community ingress-nginx', () => {
  it.each([
    ['the official image', controller({ image })],
    [
      'a mirror that keeps the end of the path',
      controller({
        image: 'acr.example:5000/mirror/ingress-nginx/controller:v1',
      }),
    ],
    [
      'a digest without a tag',
      controller({
        image: 'registry.k8s.io/ingress-nginx/controller@sha256:0a1b',
      }),
    ],
    [
      'the official image that runs NGINX in a chroot',
      controller({ image: 'registry.k8s.io/ingress-nginx/controller-chroot' }),
    ],
    [
      'a renamed image that runs its program',
      controller({
        image: 'acr.example/edge/proxy:7',
        args: ['/nginx-ingress-controller', '--election-id=a'],
      }),
    ],
    [
      'a command line handed to a shell',
      controller({
        image: 'acr.example/edge/proxy:7',
        args: ['-c', 'exec /nginx-ingress-controller --election-id=a'],
      }),
    ],
    [
      'a DaemonSet',
      [
        deployment({
          name: 'controller',
          namespace: 'ingress',
          kind: 'DaemonSet',
          image,
        }),
        ...controller({ image }).slice(1),
      ],
    ],
  ])('is proven by %s', (_case, running) => {
    expect(
      waysInto(
        analyze([
          ...running,
          nginxClass,
          service(),
          ingress({ className: 'nginx' }),
        ]),
      ),
    ).toEqual(['ingress-nginx public proven']);
  });

  it('is inferred from labels that anybody may set', () => {
    const running = controller({
      image: 'acr.example/edge/proxy:7',
      labels: {
        'app.kubernetes.io/name': 'ingress-nginx',
        'app.kubernetes.io/component': 'controller',
      },
    });
    expect(
      waysInto(
        analyze([
          ...running,
          nginxClass,
          service(),
          ingress({ className: 'nginx' }),
        ]),
      ),
    ).toEqual(['ingress-nginx public inferred']);
  });

  it.each([
    [
      'the certificate job image',
      'registry.k8s.io/ingress-nginx/kube-webhook-certgen:v1',
    ],
    ['the default backend', 'registry.k8s.io/defaultbackend-amd64:1.5'],
    ['plain nginx', 'nginx:1.29'],
    [
      'an image whose name only ends alike',
      'example/my-ingress-nginx/controllers:1',
    ],
  ])('is not recognised in %s', (_case, other) => {
    const analysis = analyze([
      ...controller({ image: other }),
      nginxClass,
      service(),
      ingress({ className: 'nginx', addresses: [] }),
    ]);
    expect(waysInto(analysis)).toEqual([]);
    expect(orphansOf(analysis)).toEqual(['Ingress web', 'IngressClass nginx']);
  });

  it('serves a renamed class with a renamed controller value', () => {
    const running = controller({
      image,
      args: ['--controller-class=example.com/edge', '--ingress-class=edge'],
    });
    expect(
      waysInto(
        analyze([
          ...running,
          ingressClass('anything', 'example.com/edge'),
          service(),
          ingress({ className: 'anything' }),
        ]),
      ),
    ).toEqual(['ingress-nginx public proven']);
  });

  it('answers to its own annotation value, and to no class once the field is set', () => {
    const running = controller({ image, args: ['--ingress-class=edge'] });
    expect(
      waysInto(
        analyze([...running, service(), ingress({ annotation: 'edge' })]),
      ),
    ).toEqual(['ingress-nginx public proven']);
    expect(
      orphansOf(
        analyze([
          ...running,
          service(),
          ingress({ annotation: 'edge', className: 'gone' }),
        ]),
      ),
    ).toEqual(['Ingress web']);
  });

  it('takes an Ingress without a class only when told so', () => {
    const objects = [service(), ingress()];
    expect(waysInto(analyze([...controller({ image }), ...objects]))).toEqual(
      [],
    );
    expect(
      waysInto(
        analyze([
          ...controller({ image, args: ['--watch-ingress-without-class'] }),
          ...objects,
        ]),
      ),
    ).toEqual(['ingress-nginx public proven']);
  });

  it('leaves namespaces alone that it does not watch', () => {
    const analysis = analyze([
      ...controller({ image, args: ['--watch-namespace=other'] }),
      nginxClass,
      service(),
      ingress({ className: 'nginx' }),
    ]);
    expect(waysInto(analysis)).toEqual([]);
    expect(orphansOf(analysis)).toEqual(['Ingress web']);
  });

  it('accepts a class by name when told so', () => {
    const running = controller({
      image,
      args: ['--ingress-class=edge', '--ingress-class-by-name=true'],
    });
    expect(
      waysInto(
        analyze([
          ...running,
          ingressClass('edge', 'example.com/other'),
          service(),
          ingress({ className: 'edge' }),
        ]),
      ),
    ).toEqual(['ingress-nginx public proven']);
  });

  it('is never proven where workloads were not read, for Traefik may serve the class', () => {
    const analysis = analyze(
      [nginxClass, service(), ingress({ className: 'nginx' })],
      { unread: ['deployments'] },
    );
    expect(waysInto(analysis)).toEqual(['ingress-nginx public inferred']);
    expect(JSON.stringify(analysis.cluster.controllers)).toContain('Traefik');
  });

  it.each([
    [
      'its address',
      '203.0.113.9',
      ['ingressclasses'],
      ['ingress-nginx public inferred'],
    ],
    [
      'the address of something else',
      '203.0.113.77',
      ['ingressclasses'],
      ['unknown public inferred'],
    ],
    ['its address, and no such class', '203.0.113.9', [], []],
  ])(
    'is told by the status of an Ingress whose class has another name and was not read: %s',
    (_case, address, unread, expected) => {
      expect(
        waysInto(
          analyze(
            [
              ...controller({ image }),
              service(),
              ingress({ className: 'edge', addresses: [address] }),
            ],
            { unread },
          ),
        ),
      ).toEqual(expected);
    },
  );

  it('may run as pods of an owner that was not read, where pods could not be listed', () => {
    const analysis = analyze(
      [nginxClass, service(), ingress({ className: 'nginx' })],
      { unread: ['pods'] },
    );
    expect(waysInto(analysis)).toEqual(['ingress-nginx public inferred']);
    expect(orphansOf(analysis)).toEqual([]);
  });

  it.each([
    ['api', { replicas: 3, readyReplicas: 2 }, 'status.readyReplicas', '2'],
    ['api', { replicas: 3 }, 'status.readyReplicas', '0'],
    ['files', {}, 'spec.replicas', '4'],
  ] as const)(
    'says how many pods it has (%s)',
    (origin, status, field, value) => {
      const [workload] = controller({ image });
      const { evidence } = analyze(
        [{ ...workload, spec: { ...workload.spec, replicas: 4 }, status }],
        { origin },
      ).cluster.controllers[0];
      expect(evidence.at(-1)).toMatchObject({ field, value });
    },
  );

  it('names the version of the image, and none for a digest', () => {
    const versionOf = (text: string) =>
      analyze(controller({ image: text })).cluster.controllers[0].version;
    expect(versionOf(image)).toBe('1.15.1');
    expect(
      versionOf('registry.k8s.io/ingress-nginx/controller@sha256:0a'),
    ).toBeUndefined();
    expect(
      versionOf('registry.k8s.io/ingress-nginx/controller:latest'),
    ).toBeUndefined();
  });
});
