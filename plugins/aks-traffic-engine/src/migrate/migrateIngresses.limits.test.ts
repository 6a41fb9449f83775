import { KubernetesObject } from '../model/observation';
import { migrateIngresses } from './migrateIngresses';
import { MigrateOptions } from './types';

const prefix = 'nginx.ingress.kubernetes.io';

function ingress(options: {
  name?: string;
  namespace?: string;
  nginx?: Record<string, string>;
  host?: string | false;
  paths?: [path: string, port?: number | string][];
  tls?: string;
}): KubernetesObject {
  const {
    name = 'shop',
    namespace = 'shop',
    nginx = {},
    host = 'shop.contoso.com',
    paths = [['/']],
    tls,
  } = options;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name,
      namespace,
      annotations: Object.fromEntries(
        Object.entries(nginx).map(([key, value]) => [
          `${prefix}/${key}`,
          value,
        ]),
      ),
    },
    spec: {
      ...(tls !== undefined && { tls: [{ hosts: [host], secretName: tls }] }),
      rules: [
        {
          ...(host !== false && { host }),
          http: {
            paths: paths.map(([path, port = 80]) => ({
              path,
              pathType: 'Prefix',
              backend: {
                service: {
                  name,
                  port:
                    typeof port === 'number'
                      ? { number: port }
                      : { name: port },
                },
              },
            })),
          },
        },
      ],
    },
  };
}

function migrate(
  objects: KubernetesObject[],
  options: Partial<MigrateOptions> = {},
) {
  const migration = migrateIngresses({
    target: 'app-routing-gateway-api',
    kubernetesVersion: '1.36.1',
    objects,
    ...options,
  });
  const ofKind = (kind: string): any[] =>
    migration.objects.filter(object => object.kind === kind);
  return {
    ...migration,
    ofKind,
    rules: ofKind('HTTPRoute').flatMap(({ spec }) => spec.rules),
    decisions: migration.notes
      .filter(({ attention }) => attention === 'decide')
      .map(({ about }) => about),
  };
}

const canary = (nginx: Record<string, string>) =>
  ingress({ name: 'next', nginx: { canary: 'true', ...nginx } });

describe('migrateIngresses', () => {
  it('gives hosts that read the same in a name objects and listeners of their own', () => {
    const { ofKind } = migrate([
      ingress({ name: 'a', host: 'a.b.com', tls: 'a' }),
      ingress({ name: 'b', host: 'a-b.com', tls: 'b' }),
    ]);
    const names = ofKind('HTTPRoute').map(({ metadata }) => metadata.name);
    const listeners = ofKind('Gateway')[0].spec.listeners.map(
      ({ name }: any) => name,
    );

    expect(new Set(names).size).toBe(4);
    expect(new Set(listeners).size).toBe(3);
  });

  it.each([
    ['shop.contoso.com', 'shop-contoso-com'],
    ['1shop', 'gateway-1shop'],
  ])('names the Gateway of %s as a Service may be named', (name, expected) => {
    expect(
      migrate([ingress({ name })]).ofKind('Gateway')[0].metadata.name,
    ).toBe(expected);
  });

  it('divides more certificates among grants than one may name', () => {
    const ingresses = Array.from({ length: 20 }, (_, index) =>
      ingress({ name: `i${index}`, host: `h${index}.com`, tls: `s${index}` }),
    );
    const grants = migrate(ingresses, {
      gateway: { namespace: 'edge', name: 'edge' },
    }).ofKind('ReferenceGrant');

    expect(grants.map(({ spec }) => spec.to.length)).toEqual([16, 4]);
    expect(new Set(grants.map(({ metadata }) => metadata.name)).size).toBe(2);
  });

  it('leaves a redirect without backends when there is a canary of it', () => {
    const { rules, decisions } = migrate([
      ingress({ nginx: { 'permanent-redirect': 'https://new.contoso.com' } }),
      canary({ 'canary-weight': '10', 'canary-by-header': 'x-next' }),
    ]);

    expect(rules).toHaveLength(1);
    expect(rules[0]).not.toHaveProperty('backendRefs');
    expect(decisions).toContain('canary');
  });

  it('keeps clients whose cookie says never off the canary', () => {
    const { rules } = migrate([
      ingress({}),
      canary({ 'canary-by-cookie': 'next', 'canary-weight': '50' }),
    ]);
    const never = rules.find(({ matches }) =>
      matches[0].headers?.[0].value.includes('=never'),
    );

    expect(never.backendRefs).toEqual([{ name: 'shop', port: 80 }]);
  });

  it('looks for the pattern of a canary anywhere in the header', () => {
    const { rules } = migrate([
      ingress({}),
      canary({
        'canary-by-header': 'x-user',
        'canary-by-header-pattern': '^tester|staff$',
      }),
    ]);

    expect(rules[0].matches[0].headers[0].value).toBe('.*(?:^tester|staff$).*');
  });

  it('scales weights to what the API takes', () => {
    const { rules } = migrate([
      ingress({}),
      canary({
        'canary-weight': '25000000',
        'canary-weight-total': '100000000',
      }),
    ]);

    expect(rules[0].backendRefs.map(({ weight }: any) => weight)).toEqual([
      750_000, 250_000,
    ]);
  });

  it.each([
    ['99999', '99999s'],
    ['360000', '100h'],
  ])('writes a timeout of %s s as %s', (seconds, expected) => {
    const { rules } = migrate([
      ingress({ nginx: { 'proxy-read-timeout': seconds } }),
    ]);

    expect(rules[0].timeouts).toEqual({ request: expected });
  });

  it.each([
    ['/a|/b', '(?i)(?:/a|/b).*'],
    ['/a\\$', '(?i)/a\\$.*'],
    ['/a(.*)$', '(?i)/a(.*)'],
  ])('takes the regular expression %s as a whole', (path, expected) => {
    const { rules } = migrate([
      ingress({ nginx: { 'use-regex': 'true' }, paths: [[path]] }),
    ]);

    expect(rules[0].matches[0].path.value).toBe(expected);
  });

  it.each(['/(?!admin).*', '/(a)\\1', '/a++'])(
    'names the regular expression %s, which Gateways do not know',
    path => {
      const { paths, objects } = migrate([
        ingress({ nginx: { 'use-regex': 'true' }, paths: [[path]] }),
      ]);

      expect(objects).toEqual([]);
      expect(paths[0].reason).toMatch(/looks around or refers back/);
    },
  );

  it('does not let every origin in with credentials, which browsers refuse today', () => {
    const { rules, decisions } = migrate([
      ingress({ nginx: { 'enable-cors': 'true' } }),
    ]);

    expect(rules[0].filters[0].cors).toMatchObject({
      allowOrigins: ['*'],
      allowCredentials: false,
    });
    expect(decisions).toContain('cors-allow-origin');
  });

  it('lets * stand alone among the origins', () => {
    const { rules } = migrate([
      ingress({
        nginx: {
          'enable-cors': 'true',
          'cors-allow-origin': 'https://a.com, *',
        },
      }),
    ]);

    expect(rules[0].filters[0].cors.allowOrigins).toEqual(['*']);
  });

  it('takes of CORS what the filter takes', () => {
    const { rules, decisions } = migrate([
      ingress({
        nginx: {
          'enable-cors': 'true',
          'cors-allow-origin': 'https://a.com, b.com, https://a.com',
          'cors-allow-methods': 'get, GET',
          'cors-max-age': 'long',
        },
      }),
    ]);

    expect(rules[0].filters[0].cors).toMatchObject({
      allowOrigins: ['https://a.com'],
      allowCredentials: true,
      maxAge: 1728000,
    });
    expect(decisions).toContain('cors-allow-origin');
  });

  it.each([
    ['upstream-vhost', '$service_name.$namespace.svc.cluster.local'],
    ['upstream-vhost', 'shop.internal:8080'],
    ['x-forwarded-prefix', '/$1'],
    ['force-ssl-redirect', 'true'],
    ['backend-protocol', 'FCGI'],
  ])(
    'asks a person about %s: %s, which it does not carry over',
    (name, value) => {
      expect(
        migrate([ingress({ nginx: { [name]: value } })]).decisions,
      ).toContain(name);
    },
  );

  it('asks a person about every setting of CORS where there is no filter', () => {
    const { decisions } = migrate(
      [
        ingress({
          nginx: {
            'enable-cors': 'true',
            'cors-allow-origin': 'https://a.com',
          },
        }),
      ],
      { kubernetesVersion: '1.34.0' },
    );

    expect(decisions).toEqual(
      expect.arrayContaining(['enable-cors', 'cors-allow-origin']),
    );
  });

  it('does not take the redirect of the root for what serves the root', () => {
    const { paths } = migrate([
      ingress({ nginx: { 'app-root': '/app' }, paths: [['/', 'web']] }),
    ]);

    expect(paths[0].route).toBeUndefined();
    expect(paths[0].reason).toMatch(/port web/);
  });

  it('leaves the plain requests of another namespace alone when it redirects those of one', () => {
    const { ofKind } = migrate([
      ingress({ namespace: 'a', paths: [['/a']], tls: 'shop' }),
      ingress({ namespace: 'b', nginx: { 'ssl-redirect': 'false' } }),
    ]);
    const redirect = ofKind('HTTPRoute').find(({ metadata }) =>
      metadata.name.endsWith('-redirect'),
    );

    expect(redirect.spec.rules[0].matches).toEqual([
      { path: { type: 'PathPrefix', value: '/a' } },
    ]);
  });

  it('passes TLS on to the backend of the root, not to a canary', () => {
    const { ofKind } = migrate(
      [
        ingress({
          nginx: { 'ssl-passthrough': 'true' },
          paths: [
            ['/api', 8443],
            ['/', 443],
          ],
        }),
        canary({ 'canary-by-header': 'x-next' }),
      ],
      { target: 'istio' },
    );

    expect(ofKind('TLSRoute')[0].spec.rules[0].backendRefs).toEqual([
      { name: 'shop', port: 443 },
    ]);
  });
});
