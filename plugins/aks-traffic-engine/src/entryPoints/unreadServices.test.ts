import { analyze, trafficOf } from '../__testUtils__/analyze';
import {
  controller,
  httpRoute,
  ingress,
  ingressClass,
  service,
} from '../__testUtils__/builders';
import { KubernetesObject } from '../model/observation';

const nginx = controller({
  image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
});
const nginxClass = ingressClass('nginx', 'k8s.io/ingress-nginx');

describe('Services of which only the name was read', () => {
  it.each([
    ['manifests', { origin: 'files' }],
    ['a cluster whose Services cannot be read', { unread: ['services'] }],
  ] as const)('stand on what leads to them, in %s', (_case, options) => {
    const analysis = analyze(
      [...nginx, nginxClass, ingress({ className: 'nginx' })],
      {
        ...options,
        unread: [...('unread' in options ? options.unread : [])],
      },
    );
    const traffic = trafficOf(analysis);
    expect(traffic).toMatchObject({
      exposure: 'public',
      risk: 'critical',
      eastWest: { networkPolicy: 'unknown', meshMtls: 'unknown' },
    });
    expect(traffic.findings.map(({ ruleId }) => ruleId)).toContain(
      'ingress-nginx-retirement',
    );
    expect(traffic.findings.map(({ ruleId }) => ruleId)).not.toContain(
      'service-resilience',
    );
    expect(analysis.coverage.state).toBe('partial');
  });

  it('are unknown where nothing speaks against them', () => {
    const analysis = analyze(
      [
        ...controller({ image: 'docker.io/nginx/nginx-ingress:5.2.0' }),
        ingressClass('nginx', 'nginx.org/ingress-controller'),
        ingress({ className: 'nginx', tls: [{ secretName: 'cert' }] }),
      ],
      { origin: 'files' },
    );
    expect(trafficOf(analysis).risk).toBe('unknown');
  });

  it('are a gap of manifests, in one line however many they are', () => {
    const gapsOf = (names: string[]) =>
      analyze(
        names.map(name => ingress({ name, service: name, className: 'nginx' })),
        { origin: 'files' },
      ).coverage.gaps;
    expect(gapsOf([])).toEqual([]);
    expect(gapsOf(['web'])).toEqual([
      expect.stringMatching(/^Service shop\/web is not among the manifests/),
    ]);
    expect(gapsOf(['a', 'b', 'c'])).toEqual([
      expect.stringMatching(/^3 Services are not .* such as shop\/a:/),
    ]);
  });

  it('come in the order of all Services', () => {
    const analysis = analyze(
      [
        service({ name: 'b' }),
        service({ name: 'd' }),
        ...['c', 'b', 'a'].map(name => ingress({ name, service: name })),
        service({ namespace: 'a', name: 'z' }),
      ],
      { origin: 'files' },
    );
    expect(
      analysis.services.map(each => `${each.namespace}/${each.service}`),
    ).toEqual(['a/z', 'shop/a', 'shop/b', 'shop/c', 'shop/d']);
  });

  it('do not stand for Services that certainly do not exist', () => {
    const analysis = analyze([
      ...nginx,
      nginxClass,
      ingress({ className: 'nginx' }),
    ]);
    expect(analysis.services.map(({ service: name }) => name)).toEqual([
      'controller',
    ]);
  });

  it('do not stand for the Service of a route that is not attached', () => {
    const analysis = analyze([httpRoute({ reported: false })], {
      unread: ['services'],
    });
    expect(analysis.services).toEqual([]);
    expect(analysis.orphans).toHaveLength(1);
  });

  it('do not stand for hosts outside that read like a Service', () => {
    const analysis = analyze(
      [
        {
          apiVersion: 'networking.istio.io/v1',
          kind: 'Gateway',
          metadata: { name: 'edge', namespace: 'shop' },
          spec: {
            selector: { istio: 'edge' },
            servers: [{ port: { protocol: 'HTTP' }, hosts: ['*'] }],
          },
        },
        {
          apiVersion: 'networking.istio.io/v1',
          kind: 'VirtualService',
          metadata: { name: 'web', namespace: 'shop' },
          spec: {
            hosts: ['web.example'],
            gateways: ['edge'],
            http: ['web', 'example.com'].map(host => ({
              route: [{ destination: { host } }],
            })),
          },
        },
      ] as KubernetesObject[],
      { origin: 'files' },
    );
    expect(analysis.services.map(({ service: name }) => name)).toEqual(['web']);
  });
});
