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

const running = controller({
  image: 'docker.io/nginx/nginx-ingress:5.2.0',
  args: ['-ingress-class=nginx'],
});
const f5Class = ingressClass('nginx', 'nginx.org/ingress-controller');

function virtualServer(
  spec: Record<string, unknown> = {},
  state: string | undefined = 'Valid',
): KubernetesObject {
  return {
    apiVersion: 'k8s.nginx.org/v1',
    kind: 'VirtualServer',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      host: 'web.example',
      upstreams: [{ name: 'web', service: 'web', port: 80 }],
      routes: [{ path: '/shop', action: { pass: 'web' } }],
      ...spec,
    },
    status: { state, message: 'because' },
  };
}

describe('F5 NGINX Ingress Controller', () => {
  it('serves class nginx and is not the retired one', () => {
    const analysis = analyze([
      ...running,
      f5Class,
      service(),
      ingress({ className: 'nginx' }),
    ]);
    expect(waysInto(analysis)).toEqual(['f5-nginx public proven']);
    expect(analysis.cluster.controllers[0].retirement).toBeUndefined();
  });

  it('is not taken for the community one under a name that both have', () => {
    expect(
      analyze(
        controller({
          image: 'acr.example/mirror/nginx-ingress-controller:5.2.0',
          args: ['-nginx-configmaps=$(POD_NAMESPACE)/nginx-config'],
        }),
      ).cluster.controllers,
    ).toMatchObject([{ system: 'f5-nginx', confidence: 'proven' }]);
  });

  it.each([
    ['the class it was told to serve, only', ingress({ className: 'other' })],
    ['no Ingress without a class', ingress({})],
  ])('serves %s', (_case, object) => {
    const analysis = analyze([
      ...running,
      f5Class,
      ingressClass('other', 'nginx.org/ingress-controller'),
      service(),
      { ...object, status: {} },
    ]);
    expect(waysInto(analysis)).toEqual([]);
    expect(orphansOf(analysis)).toContain('Ingress web');
  });

  it('lets the annotation win over the field', () => {
    const analysis = analyze([
      ...running,
      f5Class,
      ingressClass('other', 'example.com/other'),
      service(),
      ingress({ className: 'other', annotation: 'nginx' }),
    ]);
    expect(waysInto(analysis)).toEqual(['f5-nginx public proven']);
    expect(analysis.services[0].findings.map(({ ruleId }) => ruleId)).toEqual(
      [],
    );
  });

  it('does not serve class nginx of another controller value', () => {
    const analysis = analyze([
      ...running,
      ingressClass('nginx', 'k8s.io/ingress-nginx'),
      service(),
      ingress({ className: 'nginx', addresses: [] }),
    ]);
    expect(waysInto(analysis)).toEqual([]);
    expect(orphansOf(analysis)).toEqual(['Ingress web', 'IngressClass nginx']);
  });

  it.each([
    ['Valid', true],
    ['Warning', true],
    ['Invalid', false],
    [undefined, 'unknown'],
  ])('takes a VirtualServer in state %s as attached: %s', (state, attached) => {
    const analysis = analyze([
      ...running,
      service(),
      { ...virtualServer(), status: { state } },
    ]);
    const entry = onlyEntry(analysis);
    expect(entry).toMatchObject({
      system: 'f5-nginx',
      attached,
      hosts: ['web.example'],
      paths: ['/shop'],
      tls: 'none',
      exposure: 'public',
    });
    expect(orphansOf(analysis)).toEqual(
      attached === false ? ['VirtualServer web'] : [],
    );
  });

  it('follows a VirtualServerRoute into another namespace', () => {
    const analysis = analyze([
      ...running,
      service({ namespace: 'team', name: 'api' }),
      virtualServer({
        upstreams: [],
        routes: [{ path: '/api', route: 'team/api' }],
        tls: { secret: 'cert' },
      }),
      {
        apiVersion: 'k8s.nginx.org/v1',
        kind: 'VirtualServerRoute',
        metadata: { name: 'api', namespace: 'team' },
        spec: {
          upstreams: [{ name: 'api', service: 'api', port: 80 }],
          subroutes: [{ path: '/api/v1', action: { pass: 'api' } }],
        },
      },
    ]);
    expect(onlyEntry(analysis, 'team/api')).toMatchObject({
      resource: { kind: 'VirtualServerRoute', namespace: 'team' },
      hosts: ['web.example'],
      paths: ['/api/v1'],
      tls: 'terminate',
    });
  });

  it('passes TLS through for a TransportServer on that listener', () => {
    const analysis = analyze([
      ...running,
      service(),
      {
        apiVersion: 'k8s.nginx.org/v1',
        kind: 'TransportServer',
        metadata: { name: 'web', namespace: 'shop' },
        spec: {
          listener: { name: 'tls-passthrough', protocol: 'TLS_PASSTHROUGH' },
          host: 'web.example',
          upstreams: [{ name: 'web', service: 'web', port: 443 }],
        },
        status: { state: 'Valid' },
      },
    ]);
    expect(onlyEntry(analysis)).toMatchObject({
      tls: 'passthrough',
      capabilities: { tlsEndsAt: 'workload' },
    });
  });

  it('leaves a VirtualServer an orphan where no controller runs', () => {
    const analysis = analyze([service(), virtualServer({}, undefined)]);
    expect(waysInto(analysis)).toEqual([]);
    expect(orphansOf(analysis)).toEqual(['VirtualServer web']);
  });
});
