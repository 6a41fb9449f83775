import {
  analyze,
  clusterRow,
  onlyEntry,
  trafficOf,
} from './__testUtils__/analyze';
import {
  controller,
  deployment,
  gateway,
  gatewayClass,
  httpRoute,
  ingress,
  ingressClass,
  service,
} from './__testUtils__/builders';
import { analyzeCluster } from './analyzeCluster';
import { createReport } from './createReport';

const now = new Date('2026-11-22T12:00:00Z');
const nginx = controller({
  image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
});
const nginxClass = ingressClass('nginx', 'k8s.io/ingress-nginx');

describe('analyzeCluster', () => {
  it('ties a Service to entities by its labels, its workloads and its routes', () => {
    const { subjects } = analyze([
      service({ labels: { from: 'service' } }),
      deployment({ labels: { from: 'workload' } }),
      ingress({ className: 'nginx', labels: { from: 'ingress' } }),
      nginxClass,
      ...nginx,
    ]);
    expect(
      subjects.find(({ service: name }) => name === 'web')?.labelSets,
    ).toEqual([
      { from: 'service' },
      { app: 'web', from: 'workload' },
      { from: 'ingress' },
    ]);
  });

  it('sees through a gateway that stands in front of an ingress controller', () => {
    const [running, front] = nginx;
    const controllerName = 'alb.networking.azure.io/alb-controller';
    const analysis = analyze([
      running,
      { ...front, spec: { ...front.spec, type: 'ClusterIP' }, status: {} },
      nginxClass,
      gatewayClass('azure-alb-external', controllerName),
      gateway({
        className: 'azure-alb-external',
        addresses: ['abc.alb.azure.com'],
      }),
      httpRoute({
        namespace: 'ingress',
        name: 'all',
        controllerName,
        backendRefs: [{ name: 'controller' }],
      }),
      service(),
      ingress({ className: 'nginx', addresses: [] }),
    ]);
    expect(onlyEntry(analysis)).toMatchObject({
      system: 'ingress-nginx',
      exposure: 'public',
      addresses: ['abc.alb.azure.com'],
    });
    expect(trafficOf(analysis).exposure).toBe('public');
  });

  it('keeps a controller that nothing leads to inside of the cluster', () => {
    const [running, front] = nginx;
    const analysis = analyze([
      running,
      { ...front, spec: { ...front.spec, type: 'ClusterIP' }, status: {} },
      nginxClass,
      service(),
      ingress({ className: 'nginx', addresses: [] }),
    ]);
    expect(trafficOf(analysis).exposure).toBe('cluster-only');
  });

  it('counts every load balancer of a controller, not only the one it publishes', () => {
    const analysis = analyze([
      ...controller({
        image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
        args: ['--publish-service=$(POD_NAMESPACE)/inside'],
      }),
      service({
        name: 'inside',
        namespace: 'ingress',
        type: 'LoadBalancer',
        selector: { app: 'controller' },
        addresses: ['10.0.0.9'],
        annotations: {
          'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
        },
      }),
      nginxClass,
      service(),
      ingress({ className: 'nginx', addresses: ['10.0.0.9'] }),
    ]);
    expect(onlyEntry(analysis)).toMatchObject({
      exposure: 'public',
      addresses: ['10.0.0.9', '203.0.113.9'],
    });
  });

  it('lists an Ingress that nobody serves as not attached', () => {
    const analysis = analyze([
      nginxClass,
      service(),
      ingress({ className: 'nginx' }),
    ]);
    expect(onlyEntry(analysis)).toMatchObject({
      system: 'ingress-nginx',
      attached: false,
      exposure: 'cluster-only',
    });
    expect(trafficOf(analysis)).toMatchObject({
      exposure: 'cluster-only',
      risk: 'none',
    });
  });

  it('reaches a controller on host ports at its nodes', () => {
    const analysis = analyze([
      deployment({
        name: 'controller',
        namespace: 'ingress',
        kind: 'DaemonSet',
        image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
        podSpec: { hostNetwork: true },
      }),
      nginxClass,
      service(),
      ingress({ className: 'nginx', addresses: ['10.0.0.4'] }),
    ]);
    expect(onlyEntry(analysis)).toMatchObject({
      exposure: 'internal',
      addresses: ['10.0.0.4'],
    });
  });

  it('shows TLS host by host', () => {
    const analysis = analyze([
      ...nginx,
      nginxClass,
      service(),
      ingress({
        className: 'nginx',
        tls: [{ hosts: ['web.example'], secretName: 'cert' }],
        spec: {
          rules: ['web.example', 'plain.example'].map(host => ({
            host,
            http: { paths: [{ backend: { service: { name: 'web' } } }] },
          })),
        },
      }),
    ]);
    expect(onlyEntry(analysis)).toMatchObject({
      tls: 'terminate',
      hosts: ['web.example', 'plain.example'],
      capabilities: { hostsWithoutTls: 'plain.example' },
    });
  });

  it.each([
    [{ 'nginx.ingress.kubernetes.io/ssl-passthrough': 'true' }, 'none'],
    [{ 'acme.example/auth-tls-secret': 'shop/ca' }, 'none'],
    [{ 'nginx.ingress.kubernetes.io/auth-tls-secret': 'shop/ca' }, 'mutual'],
    [
      {
        'nginx.ingress.kubernetes.io/auth-tls-secret': 'shop/ca',
        'nginx.ingress.kubernetes.io/auth-tls-verify-client': 'off',
      },
      'none',
    ],
    [{}, 'none'],
  ])('reads TLS from annotations %j as %s', (annotations, tls) => {
    expect(
      onlyEntry(
        analyze([
          ...nginx,
          nginxClass,
          service(),
          ingress({ className: 'nginx', annotations }),
        ]),
      ).tls,
    ).toBe(tls);
  });

  it('reads TLS from annotations as the controller was told to', () => {
    const tlsOf = (annotation: string, value: string, ...args: string[]) =>
      onlyEntry(
        analyze([
          ...controller({
            image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
            args,
          }),
          nginxClass,
          service(),
          ingress({
            className: 'nginx',
            annotations: { [annotation]: value },
          }),
        ]),
      ).tls;
    expect(
      tlsOf(
        'nginx.ingress.kubernetes.io/ssl-passthrough',
        'true',
        '--enable-ssl-passthrough',
      ),
    ).toBe('passthrough');
    expect(
      tlsOf(
        'acme.example/auth-tls-secret',
        'shop/ca',
        '--annotations-prefix=acme.example',
      ),
    ).toBe('mutual');
  });

  it('counts default backends, and the same Service behind several paths once', () => {
    const analysis = analyze([
      ...nginx,
      nginxClass,
      service(),
      ingress({
        className: 'nginx',
        spec: {
          defaultBackend: { service: { name: 'web' } },
          rules: [
            {
              host: 'web.example',
              http: {
                paths: [
                  { path: '/a', backend: { service: { name: 'web' } } },
                  { path: '/b', backend: { service: { name: 'web' } } },
                  {
                    path: '/c',
                    backend: { resource: { kind: 'Bucket', name: 'b' } },
                  },
                ],
              },
            },
          ],
        },
      }),
    ]);
    expect(onlyEntry(analysis)).toMatchObject({
      hosts: ['web.example', '*'],
      paths: ['/a', '/b', '/'],
    });
  });

  it('says what was not read, and that absence proves nothing there', () => {
    const analysis = analyze([service()], { unread: ['ingresses', 'pods'] });
    expect(analysis.coverage.state).toBe('partial');
    expect(analysis.coverage.gaps).toEqual([
      'pods: forbidden',
      'ingresses.networking.k8s.io: forbidden',
    ]);
    expect(trafficOf(analysis)).toMatchObject({
      exposure: 'unknown',
      risk: 'unknown',
    });
  });

  it('skips what is no object, and says so', () => {
    const analysis = analyze([
      service(),
      null as never,
      { kind: 'Service' } as never,
    ]);
    expect(analysis.services).toHaveLength(1);
    expect(analysis.coverage.gaps).toEqual([
      '2 objects were skipped: no apiVersion, kind or metadata.name',
    ]);
  });

  it('finds the cluster in Azure by its name where no id is known', () => {
    const { cluster } = analyzeCluster(
      {
        cluster: 'aks',
        coverage: 'complete',
        gaps: [],
        origin: 'api',
        reads: [],
        objects: [],
      },
      { rows: [clusterRow()], gaps: [], readTypes: [] },
      { now },
    );
    expect(cluster.armId).toBe(clusterRow().id);
  });
});

describe('createReport', () => {
  it('puts clusters, services and orphans in order, whatever order they come in', () => {
    const named = (name: string) =>
      analyzeCluster(
        {
          cluster: name,
          coverage: 'complete',
          gaps: [],
          origin: 'api',
          reads: [],
          objects: [service({ name: 'b' }), service({ name: 'a' })],
        },
        { rows: [], gaps: [], readTypes: [] },
        { now },
      );
    const report = createReport([named('two'), named('one')], now);
    expect(report).toEqual(createReport([named('one'), named('two')], now));
    expect(report.schemaVersion).toBe(1);
    expect(report.generatedAt).toBe('2026-11-22T12:00:00.000Z');
    expect(
      report.services.map(({ cluster, service: name }) => `${cluster} ${name}`),
    ).toEqual(['one a', 'one b', 'two a', 'two b']);
  });
});
