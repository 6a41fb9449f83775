import {
  analyze,
  onlyEntry,
  orphansOf,
  waysInto,
} from '../../__testUtils__/analyze';
import {
  controller,
  ingress,
  ingressClass,
  service,
} from '../../__testUtils__/builders';
import { KubernetesObject } from '../../model/observation';

const image = 'docker.io/traefik:v3.7.9';
const ownClass = ingressClass('traefik', 'traefik.io/ingress-controller');
const nginxClass = ingressClass('nginx', 'k8s.io/ingress-nginx');
const ingressProvider = '--providers.kubernetesingress';
const nginxProvider = '--providers.kubernetesingressnginx=true';

function ingressRoute(spec: Record<string, unknown>): KubernetesObject {
  return {
    apiVersion: 'traefik.io/v1alpha1',
    kind: 'IngressRoute',
    metadata: { name: 'web', namespace: 'shop' },
    spec,
  };
}

describe('Traefik', () => {
  it('serves classes of its own controller value', () => {
    expect(
      waysInto(
        analyze([
          ...controller({ image, args: [ingressProvider] }),
          ownClass,
          service(),
          ingress({ className: 'traefik' }),
        ]),
      ),
    ).toEqual(['traefik public proven']);
  });

  it('claims the classes of ingress-nginx with its NGINX provider', () => {
    expect(
      waysInto(
        analyze([
          ...controller({ image, args: [nginxProvider] }),
          nginxClass,
          service(),
          ingress({ className: 'nginx' }),
        ]),
      ),
    ).toEqual(['traefik public proven']);
  });

  it('does not claim them without that provider', () => {
    const analysis = analyze([
      ...controller({ image, args: [ingressProvider] }),
      nginxClass,
      service(),
      ingress({ className: 'nginx' }),
    ]);
    expect(waysInto(analysis)).toEqual([]);
    expect(orphansOf(analysis)).toEqual(['Ingress web', 'IngressClass nginx']);
  });

  it('leaves the system unknown where its configuration is in a file that is not read', () => {
    const analysis = analyze([
      ...controller({ image, args: ['--configfile=/config/traefik.yaml'] }),
      nginxClass,
      service(),
      ingress({ className: 'nginx', addresses: [] }),
    ]);
    expect(waysInto(analysis)).toEqual(['unknown unknown inferred']);
    expect(orphansOf(analysis)).toEqual([]);
  });

  it('is inferred from its address in the status where its configuration is not read', () => {
    expect(
      waysInto(
        analyze([
          ...controller({ image, args: ['--configfile=/config/traefik.yaml'] }),
          nginxClass,
          service(),
          ingress({ className: 'nginx' }),
        ]),
      ),
    ).toEqual(['traefik public inferred']);
  });

  it('fights with ingress-nginx over a class that both claim, and both are shown', () => {
    const analysis = analyze([
      ...controller({ name: 'traefik', image, args: [nginxProvider] }),
      ...controller({
        name: 'nginx',
        image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
        address: '203.0.113.10',
      }),
      nginxClass,
      service(),
      ingress({ className: 'nginx' }),
    ]);
    expect(waysInto(analysis)).toEqual([
      'ingress-nginx public conflict',
      'traefik public conflict',
    ]);
    expect(
      analysis.services
        .flatMap(({ findings }) => findings)
        .map(({ ruleId }) => ruleId),
    ).toContain('controller-conflict');
  });

  it('is who files mean by the class of ingress-nginx where they hold no ingress-nginx', () => {
    const files = (args: string[]) =>
      analyze(
        [
          ...controller({ image, args }),
          nginxClass,
          service(),
          ingress({ className: 'nginx' }),
        ],
        { origin: 'files' },
      );
    const analysis = files([nginxProvider]);
    expect(waysInto(analysis)).toEqual(['traefik public inferred']);
    expect(analysis.cluster.controllers).toHaveLength(1);
    expect(
      [...analysis.cluster.findings, ...analysis.services[0].findings].map(
        ({ ruleId }) => ruleId,
      ),
    ).not.toContain('ingress-nginx-retirement');
    expect(waysInto(files([ingressProvider]))).toEqual([
      'ingress-nginx public inferred',
    ]);
  });

  it('takes Ingresses without a class unless it is limited to one', () => {
    const objects = [service(), ingress()];
    expect(
      waysInto(
        analyze([
          ...controller({ image, args: [ingressProvider] }),
          ...objects,
        ]),
      ),
    ).toEqual(['traefik public proven']);
    expect(
      waysInto(
        analyze([
          ...controller({
            image,
            args: [ingressProvider, `${ingressProvider}.ingressclass=inside`],
          }),
          ...objects,
        ]),
      ),
    ).toEqual([]);
  });

  it('reads hosts, paths and TLS of its own routes, whose status says nothing', () => {
    const analysis = analyze([
      ...controller({ image, args: ['--providers.kubernetescrd'] }),
      service(),
      ingressRoute({
        routes: [
          {
            match: 'Host(`a.example`, `b.example`) && PathPrefix(`/shop`)',
            services: [{ name: 'web', port: 80 }],
          },
        ],
        tls: { secretName: 'cert' },
      }),
    ]);
    expect(onlyEntry(analysis)).toMatchObject({
      system: 'traefik',
      attached: 'unknown',
      hosts: ['a.example', 'b.example'],
      paths: ['/shop'],
      tls: 'terminate',
      exposure: 'public',
    });
  });

  it('reads its own routes in the group of Traefik 2, too', () => {
    const analysis = analyze([
      ...controller({
        image: 'docker.io/traefik:v2.11.30',
        args: ['--providers.kubernetescrd'],
      }),
      service(),
      {
        ...ingressRoute({
          routes: [{ match: 'Host(`a.example`)', services: [{ name: 'web' }] }],
        }),
        apiVersion: 'traefik.containo.us/v1alpha1',
      },
    ]);
    expect(waysInto(analysis)).toEqual(['traefik public proven']);
  });

  it.each([['traefik/whoami:v1'], ['example/nottraefik:1']])(
    'is not recognised in %s',
    other => {
      expect(analyze(controller({ image: other })).cluster.controllers).toEqual(
        [],
      );
    },
  );
});
