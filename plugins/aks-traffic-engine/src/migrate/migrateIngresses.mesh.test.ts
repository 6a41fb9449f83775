import { ingress, migrate, notesAbout } from './__testUtils__/migrations';
import { KubernetesObject } from '../model/observation';

function made(ingresses: KubernetesObject[], kind: string): any[] {
  return migrate(ingresses, {
    target: 'istio',
    allowOpen: true,
  }).objects.filter(object => object.kind === kind);
}

const policies = (ingresses: KubernetesObject[]) =>
  made(ingresses, 'AuthorizationPolicy');
const limited = { 'whitelist-source-range': '10.0.0.0/8' };

describe('migrateIngresses to the mesh', () => {
  it('limits callers by a policy on the gateway', () => {
    const [policy] = policies([
      ingress({
        nginx: { 'whitelist-source-range': '203.0.113.0/24, 10.0.0.0/8' },
      }),
    ]);

    expect(policy.spec).toMatchObject({
      action: 'DENY',
      rules: [
        {
          from: [
            { source: { notRemoteIpBlocks: ['203.0.113.0/24', '10.0.0.0/8'] } },
          ],
        },
      ],
    });
  });

  it('limits who may call where the Ingress has no host', () => {
    const [policy] = policies([
      ingress({ host: false, nginx: limited }),
      ingress({ name: 'other', host: 'other.contoso.com' }),
    ]);

    expect(policy.spec.rules[0]).toEqual({
      from: [{ source: { notRemoteIpBlocks: ['10.0.0.0/8'] } }],
      to: [
        {
          operation: {
            notHosts: ['other.contoso.com', 'other.contoso.com:*'],
          },
        },
      ],
    });
  });

  it('keeps the limits of Ingresses with one name in two namespaces apart', () => {
    const found = policies([
      ingress({ namespace: 'a', paths: [['/a']], nginx: limited }),
      ingress({ namespace: 'b', paths: [['/b']], nginx: limited }),
    ]);

    expect(new Set(found.map(({ metadata }) => metadata.name)).size).toBe(2);
  });

  it('limits the paths of an Ingress and its root, not those of others', () => {
    const [policy] = policies([
      ingress({
        paths: [['/app']],
        nginx: { ...limited, 'app-root': '/app' },
      }),
    ]);

    expect(policy.spec.rules[0].to[0].operation.paths.sort()).toEqual([
      '/',
      '/app*',
    ]);
  });

  it('limits the whole host where a prefix stands for a path that NGINX takes without regard to case', () => {
    const [policy] = policies([
      ingress({
        name: 'a',
        nginx: { 'rewrite-target': '/$2' },
        paths: [['/api(/|$)(.*)']],
      }),
      ingress({ name: 'b', nginx: limited, paths: [['/api/admin/reports']] }),
    ]);

    expect(policy.spec.rules[0].to).toEqual([
      { operation: { hosts: ['shop.contoso.com', 'shop.contoso.com:*'] } },
    ]);
  });

  it.each([
    ['/admin', true],
    ['/', false],
  ])(
    'says of limits on %s whether more slashes go around them',
    (path, isSaid) => {
      const notes = notesAbout(
        migrate([ingress({ nginx: limited, paths: [[path]] })], {
          target: 'istio',
        }),
        'allowlist-source-range',
      );

      expect(notes).toHaveLength(1);
      expect(notes[0].includes('begins with //')).toBe(isSaid);
    },
  );

  it('names the ranges that are none, and keeps the others', () => {
    const result = migrate(
      [ingress({ nginx: { 'denylist-source-range': '10.0.0.0/8, 10.1/16' } })],
      { target: 'istio', allowOpen: true },
    );

    expect(
      result.objects
        .filter(({ kind }) => kind === 'AuthorizationPolicy')
        .map(({ spec }: any) => spec.rules[0].from[0].source),
    ).toEqual([{ remoteIpBlocks: ['10.0.0.0/8'] }]);
    expect(
      result.notes.find(({ message }) => message.startsWith('"10.1/16"')),
    ).toMatchObject({ attention: 'decide', about: 'denylist-source-range' });
  });

  it('writes no limit on requests for TLS that is passed on: it would refuse every connection', () => {
    expect(
      policies([ingress({ nginx: { ...limited, 'ssl-passthrough': 'true' } })]),
    ).toEqual([]);
  });

  it.each([
    [{}, { insecureSkipVerify: true }],
    [{ 'proxy-ssl-verify': 'on' }, {}],
  ])('verifies a backend as NGINX did: %j', (nginx, expected) => {
    const [rule] = made(
      [ingress({ nginx: { 'backend-protocol': 'HTTPS', ...nginx } })],
      'DestinationRule',
    );

    expect(rule.spec.trafficPolicy.tls).toEqual({
      mode: 'SIMPLE',
      sni: 'web.shop.svc',
      ...expected,
    });
  });

  it('says that limits of other hosts are for TLS that is passed on too', () => {
    const objects = [
      ingress({ name: 'pass', nginx: { 'ssl-passthrough': 'true' } }),
      ingress({
        name: 'office',
        host: 'office.contoso.com',
        nginx: { 'whitelist-source-range': '10.0.0.0/8' },
      }),
    ];
    const told = (given: typeof objects) =>
      notesAbout(migrate(given, { target: 'istio' }), 'ssl-passthrough').join();

    expect(told(objects)).toMatch(/callers of shop\.contoso\.com too/);
    expect(told(objects.slice(0, 1))).not.toMatch(/Gateway of its own/);
  });

  it('limits how long connecting may take, by one rule for a Service', () => {
    const objects = [
      ingress({
        nginx: { 'proxy-connect-timeout': '3', affinity: 'cookie' },
      }),
      ingress({
        name: 'other',
        host: 'other.contoso.com',
        nginx: { 'proxy-connect-timeout': '90' },
      }),
      ingress({
        name: 'third',
        host: 'third.contoso.com',
        paths: [['/', 'third']],
        nginx: { 'proxy-connect-timeout': '3.5' },
      }),
    ];
    const rules = made(objects, 'DestinationRule');

    expect(rules.map(({ spec }) => [spec.host, spec.trafficPolicy])).toEqual([
      [
        'web.shop.svc.cluster.local',
        {
          loadBalancer: expect.anything(),
          // NGINX waits 75 seconds at most.
          connectionPool: { tcp: { connectTimeout: '75s' } },
        },
      ],
    ]);
    expect(
      notesAbout(
        migrate(objects, { target: 'istio' }),
        'proxy-connect-timeout',
      ),
    ).toEqual([
      expect.stringMatching(/^check: .* web 75 s, .* this is the longest/),
      expect.stringMatching(/^check: .* web 75 s, .* this is the longest/),
      expect.stringMatching(/^done: It has no effect today/),
    ]);
  });

  it('names the time for connecting where only the mesh can limit it', () => {
    expect(
      notesAbout(
        migrate([ingress({ nginx: { 'proxy-connect-timeout': '3' } })]),
        'proxy-connect-timeout',
      ),
    ).toEqual([expect.stringMatching(/^(check|decide): Not carried over/)]);
  });
});
