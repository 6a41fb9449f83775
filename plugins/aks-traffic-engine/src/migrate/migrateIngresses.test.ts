import { parseAllDocuments, stringify } from 'yaml';
import { KubernetesObject } from '../model/observation';
import { migrateIngresses } from './migrateIngresses';
import { migrationGuide } from './report/migrationGuide';
import { MigrateOptions } from './types';

function objectsOf(text: string): KubernetesObject[] {
  const documents = parseAllDocuments(text);
  return Array.isArray(documents)
    ? documents.map(document => document.toJS())
    : [];
}

function ingress(options: {
  name?: string;
  namespace?: string;
  nginx?: Record<string, string>;
  annotations?: Record<string, string>;
  host?: string;
  paths?: [path: string, service?: string, pathType?: string][];
  tls?: string | false;
}): KubernetesObject {
  const {
    name = 'shop',
    namespace = 'shop',
    nginx = {},
    host = 'shop.contoso.com',
    paths = [['/']],
    tls = 'shop-tls',
  } = options;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name,
      namespace,
      labels: { 'backstage.io/kubernetes-id': 'shop', chart: 'shop-1' },
      annotations: {
        ...options.annotations,
        ...Object.fromEntries(
          Object.entries(nginx).map(([key, value]) => [
            `nginx.ingress.kubernetes.io/${key}`,
            value,
          ]),
        ),
      },
    },
    spec: {
      ingressClassName: 'nginx',
      ...(tls !== false && { tls: [{ hosts: [host], secretName: tls }] }),
      rules: [
        {
          host,
          http: {
            paths: paths.map(
              ([path, service = 'web', pathType = 'Prefix']) => ({
                path,
                pathType,
                backend: { service: { name: service, port: { number: 80 } } },
              }),
            ),
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
  return migrateIngresses({
    target: 'app-routing-gateway-api',
    kubernetesVersion: '1.36.1',
    objects,
    ...options,
  });
}

function find(
  { objects }: { objects: KubernetesObject[] },
  kind: string,
  name?: string,
): any {
  return objects.find(
    object =>
      object.kind === kind &&
      (name === undefined || object.metadata.name === name),
  );
}

function notesAbout(
  { notes }: ReturnType<typeof migrate>,
  about: string,
): string[] {
  return notes
    .filter(note => note.about === about)
    .map(({ attention, message }) => `${attention}: ${message}`);
}

describe('migrateIngresses', () => {
  it('makes a Gateway with TLS and a route to the same Service', () => {
    const result = migrate([ingress({})]);

    expect(find(result, 'Gateway').spec).toEqual({
      gatewayClassName: 'approuting-istio',
      listeners: [
        expect.objectContaining({ name: 'http', port: 80, protocol: 'HTTP' }),
        {
          name: 'https-shop-contoso-com',
          port: 443,
          protocol: 'HTTPS',
          hostname: 'shop.contoso.com',
          tls: {
            mode: 'Terminate',
            certificateRefs: [{ kind: 'Secret', name: 'shop-tls' }],
          },
          allowedRoutes: { namespaces: { from: 'Same' } },
        },
      ],
    });
    expect(find(result, 'HTTPRoute', 'shop-contoso-com')).toMatchObject({
      metadata: { labels: { 'backstage.io/kubernetes-id': 'shop' } },
      spec: {
        parentRefs: [{ name: 'shop', sectionName: 'https-shop-contoso-com' }],
        hostnames: ['shop.contoso.com'],
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: '/' } }],
            backendRefs: [{ name: 'web', port: 80 }],
          },
        ],
      },
    });
    expect(
      find(result, 'HTTPRoute', 'shop-contoso-com').metadata.labels,
    ).not.toHaveProperty('chart');
  });

  it.each([
    ['app-routing-gateway-api', 'approuting-istio'],
    ['application-gateway-for-containers', 'azure-alb-external'],
    ['istio', 'istio'],
  ] as const)('takes the class of %s', (target, gatewayClassName) => {
    expect(find(migrate([ingress({})], { target }), 'Gateway').spec).toEqual(
      expect.objectContaining({ gatewayClassName }),
    );
  });

  describe('HTTPS', () => {
    it.each([
      ['1.36.1', 308],
      ['1.35.0', 301],
      [undefined, 301],
    ])(
      'redirects plain requests, on %s with status %s',
      (kubernetesVersion, statusCode) => {
        const result = migrate([ingress({})], { kubernetesVersion });

        expect(
          find(result, 'HTTPRoute', 'shop-contoso-com-redirect').spec,
        ).toMatchObject({
          parentRefs: [{ sectionName: 'http' }],
          rules: [
            {
              filters: [
                {
                  type: 'RequestRedirect',
                  requestRedirect: { scheme: 'https', statusCode },
                },
              ],
            },
          ],
        });
      },
    );

    it('serves plain requests too where ssl-redirect is off', () => {
      const result = migrate([ingress({ nginx: { 'ssl-redirect': 'false' } })]);

      expect(
        find(result, 'HTTPRoute').spec.parentRefs.map(
          ({ sectionName }: { sectionName: string }) => sectionName,
        ),
      ).toEqual(['http', 'https-shop-contoso-com']);
      expect(
        find(result, 'HTTPRoute', 'shop-contoso-com-redirect'),
      ).toBeUndefined();
    });

    it('redirects only the paths that have TLS to themselves', () => {
      const result = migrate([
        ingress({ paths: [['/secure']] }),
        ingress({
          name: 'open',
          nginx: { 'ssl-redirect': 'false' },
          paths: [['/open']],
        }),
      ]);

      expect(
        find(result, 'HTTPRoute', 'shop-contoso-com-redirect').spec.rules,
      ).toEqual([
        expect.objectContaining({
          matches: [{ path: { type: 'PathPrefix', value: '/secure' } }],
        }),
      ]);
      expect(
        find(result, 'HTTPRoute', 'shop-contoso-com-plain').spec.rules[0]
          .matches,
      ).toEqual([{ path: { type: 'PathPrefix', value: '/open' } }]);
    });

    it('serves a host without TLS at the plain listener', () => {
      const result = migrate([ingress({ tls: false })]);

      expect(find(result, 'Gateway').spec.listeners).toHaveLength(1);
      expect(find(result, 'HTTPRoute').spec.parentRefs[0].sectionName).toBe(
        'http',
      );
    });

    it('reads the certificate of a Key Vault by options of the listener', () => {
      const annotations = {
        'kubernetes.azure.com/tls-cert-keyvault-uri':
          'https://contoso.vault.azure.net/certificates/shop',
      };
      const result = migrate([ingress({ annotations })]);

      expect(find(result, 'Gateway').spec.listeners[1].tls).toEqual({
        mode: 'Terminate',
        options: annotations,
      });
      expect(notesAbout(result, 'tls-cert-keyvault-uri')[0]).toMatch(
        /^decide: .*tls-cert-service-account/,
      );
    });

    it('keeps to the Secret where the target cannot read a Key Vault', () => {
      const result = migrate(
        [
          ingress({
            annotations: {
              'kubernetes.azure.com/tls-cert-keyvault-uri':
                'https://contoso.vault.azure.net/certificates/shop',
            },
            tls: 'keyvault-shop',
          }),
        ],
        { target: 'application-gateway-for-containers' },
      );

      expect(
        find(result, 'Gateway').spec.listeners[1].tls.certificateRefs,
      ).toEqual([{ kind: 'Secret', name: 'keyvault-shop' }]);
    });

    it('lets the Gateway read certificates of other namespaces', () => {
      const result = migrate([
        ingress({}),
        ingress({
          namespace: 'pay',
          host: 'pay.contoso.com',
          tls: 'pay-tls',
        }),
      ]);

      expect(find(result, 'ReferenceGrant')).toMatchObject({
        metadata: { namespace: 'shop' },
        spec: {
          from: [{ kind: 'Gateway', namespace: 'pay' }],
          to: [{ group: '', kind: 'Secret', name: 'shop-tls' }],
        },
      });
      expect(
        find(result, 'Gateway').spec.listeners[0].allowedRoutes.namespaces
          .selector.matchExpressions[0].values,
      ).toEqual(['pay', 'shop']);
    });
  });

  describe('passing TLS on', () => {
    const passing = ingress({ nginx: { 'ssl-passthrough': 'true' } });

    it('makes a TLSRoute where there is one', () => {
      const result = migrate([passing]);

      expect(find(result, 'Gateway').spec.listeners[1]).toMatchObject({
        protocol: 'TLS',
        tls: { mode: 'Passthrough' },
      });
      expect(find(result, 'TLSRoute').spec.rules[0].backendRefs).toEqual([
        { name: 'web', port: 80 },
      ]);
      expect(result.paths[0].route?.kind).toBe('TLSRoute');
    });

    it.each([
      { kubernetesVersion: '1.35.2' },
      { target: 'application-gateway-for-containers' as const },
    ])('names the host as not served for %j', options => {
      const result = migrate([passing], options);

      expect(result.objects).toEqual([]);
      expect(notesAbout(result, 'ssl-passthrough')[0]).toMatch(
        /^decide: shop\.contoso\.com is left out/,
      );
      expect(result.paths[0].reason).toBeDefined();
    });
  });

  describe('paths', () => {
    it('keeps Exact and Prefix', () => {
      const result = migrate([
        ingress({
          paths: [
            ['/a', 'web', 'Exact'],
            ['/b', 'web', 'Prefix'],
            ['/c', 'web', 'ImplementationSpecific'],
          ],
        }),
      ]);

      expect(
        find(result, 'HTTPRoute').spec.rules.map(
          ({ matches }: any) => matches[0].path,
        ),
      ).toEqual([
        { type: 'Exact', value: '/a' },
        { type: 'PathPrefix', value: '/b' },
        { type: 'PathPrefix', value: '/c' },
      ]);
      expect(notesAbout(result, 'pathType')).toEqual([
        expect.stringMatching(/^check: Path \/c /),
      ]);
    });

    it('reads all paths of a host as regular expressions when one Ingress of it asks for that', () => {
      const result = migrate([
        ingress({
          name: 'a',
          nginx: { 'use-regex': 'true' },
          paths: [['/v[12]/items']],
        }),
        ingress({ name: 'b', paths: [['/about', 'web', 'Exact']] }),
      ]);

      expect(
        find(result, 'HTTPRoute').spec.rules.map(
          ({ matches }: any) => matches[0].path,
        ),
      ).toEqual([
        { type: 'RegularExpression', value: '(?i)/v[12]/items.*' },
        { type: 'PathPrefix', value: '/about' },
      ]);
      expect(notesAbout(result, 'use-regex').join('\n')).toMatch(
        /although it says Exact/,
      );
    });

    it('divides more than 16 rules', () => {
      const result = migrate([
        ingress({
          paths: Array.from({ length: 40 }, (_, index) => [`/p${index}`]),
        }),
      ]);
      const routes = result.objects.filter(
        ({ kind, metadata }) =>
          kind === 'HTTPRoute' && !metadata.name.endsWith('redirect'),
      );

      expect(routes.map(({ spec }: any) => spec.rules.length)).toEqual([
        16, 16, 8,
      ]);
      expect(new Set(routes.map(({ metadata }) => metadata.name)).size).toBe(3);
    });

    it('names a path that the Gateway API refuses', () => {
      const result = migrate([ingress({ paths: [['/a b'], ['/c']] })]);

      expect(result.paths.map(({ path, reason }) => [path, reason])).toEqual([
        ['/a b', expect.stringMatching(/refuses the path/)],
        ['/c', undefined],
      ]);
    });

    it('sends what no rule takes to the default backend', () => {
      const [object] = objectsOf(`
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: all, namespace: shop }
spec: { defaultBackend: { service: { name: web, port: { number: 8080 } } } }
`);
      const result = migrate([object]);

      expect(find(result, 'HTTPRoute').spec.hostnames).toBeUndefined();
      expect(find(result, 'HTTPRoute').spec.rules[0].backendRefs).toEqual([
        { name: 'web', port: 8080 },
      ]);
    });
  });

  describe('rewrites', () => {
    it.each([
      ['/api(/|$)(.*)', '/$2', '/api', '/'],
      ['/api/(.*)', '/$1', '/api', '/'],
      ['/api/(.*)', '/v1/$1', '/api', '/v1'],
      ['/api(/|$)(.*)', '/v2/$2', '/api', '/v2'],
    ])('%s to %s replaces prefix %s by %s', (path, target, from, to) => {
      const result = migrate([
        ingress({ nginx: { 'rewrite-target': target }, paths: [[path]] }),
      ]);
      const [rule] = find(result, 'HTTPRoute').spec.rules;

      expect(rule.matches[0].path).toEqual({ type: 'PathPrefix', value: from });
      expect(rule.filters[0].urlRewrite.path).toEqual({
        type: 'ReplacePrefixMatch',
        replacePrefixMatch: to,
      });
    });

    it('replaces the whole path where there is no group', () => {
      const result = migrate([
        ingress({ nginx: { 'rewrite-target': '/' }, paths: [['/api']] }),
      ]);

      expect(
        find(result, 'HTTPRoute').spec.rules[0].filters[0].urlRewrite.path,
      ).toEqual({ type: 'ReplaceFullPath', replaceFullPath: '/' });
    });

    it('leaves other groups to a person, and the path served', () => {
      const result = migrate([
        ingress({
          nginx: { 'rewrite-target': '/$2/$1' },
          paths: [['/(a|b)/(.*)']],
        }),
      ]);

      expect(notesAbout(result, 'rewrite-target')[0]).toMatch(/^decide: /);
      expect(result.paths[0].route).toBeDefined();
    });
  });

  describe('backends', () => {
    const service = objectsOf(`
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ name: http, port: 8080 }, { name: metrics, port: 9090 }] }
`);
    const named = (port: string) => {
      const object = ingress({});
      (object.spec as any).rules[0].http.paths[0].backend.service.port = {
        name: port,
      };
      return object;
    };

    it('finds the number of a named port in the Service', () => {
      const result = migrate([named('http'), ...service]);

      expect(find(result, 'HTTPRoute').spec.rules[0].backendRefs).toEqual([
        { name: 'web', port: 8080 },
      ]);
    });

    it.each([
      ['a port that the Service does not have', named('grpc'), service],
      ['a Service that is not given', named('http'), []],
    ])('names %s', (_, object, services) => {
      const result = migrate([object, ...services]);

      expect(result.paths[0].reason).toMatch(/Service shop\/web/);
      expect(result.objects).toEqual([]);
    });
  });

  describe('canaries', () => {
    const canary = (nginx: Record<string, string>) =>
      ingress({
        name: 'shop-canary',
        nginx: { canary: 'true', ...nginx },
        paths: [['/', 'web-next']],
      });

    it('become weights', () => {
      const result = migrate([ingress({}), canary({ 'canary-weight': '20' })]);

      expect(find(result, 'HTTPRoute').spec.rules[0].backendRefs).toEqual([
        { name: 'web', port: 80, weight: 80 },
        { name: 'web-next', port: 80, weight: 20 },
      ]);
      expect(result.paths.every(({ route }) => route)).toBe(true);
    });

    it('by header are matched first', () => {
      const result = migrate([
        ingress({}),
        canary({
          'canary-by-header': 'X-Next',
          'canary-by-header-value': 'on',
        }),
      ]);
      const { rules } = find(result, 'HTTPRoute').spec;

      expect(rules[0]).toMatchObject({
        matches: [
          { headers: [{ type: 'Exact', name: 'X-Next', value: 'on' }] },
        ],
        backendRefs: [{ name: 'web-next', port: 80 }],
      });
      expect(rules[1].backendRefs).toEqual([{ name: 'web', port: 80 }]);
    });

    it('of nothing are named', () => {
      const result = migrate([canary({ 'canary-weight': '20' })]);

      expect(result.paths[0].reason).toMatch(/canary of a path/);
      expect(notesAbout(result, 'canary')[0]).toMatch(/^check: No Ingress/);
    });
  });

  describe('other annotations', () => {
    it('redirect to other addresses', () => {
      const result = migrate([
        ingress({
          nginx: {
            'permanent-redirect': 'https://www.contoso.com/new',
            'permanent-redirect-code': '308',
          },
        }),
      ]);

      expect(find(result, 'HTTPRoute').spec.rules[0].filters).toEqual([
        {
          type: 'RequestRedirect',
          requestRedirect: {
            scheme: 'https',
            hostname: 'www.contoso.com',
            path: { type: 'ReplaceFullPath', replaceFullPath: '/new' },
            statusCode: 308,
          },
        },
      ]);
    });

    it('become CORS where the cluster has the filter, and a decision where not', () => {
      const nginx = {
        'enable-cors': 'true',
        'cors-allow-origin': 'https://a.contoso.com, https://b.contoso.com',
      };

      expect(
        find(migrate([ingress({ nginx })]), 'HTTPRoute').spec.rules[0]
          .filters[0].cors.allowOrigins,
      ).toEqual(['https://a.contoso.com', 'https://b.contoso.com']);
      expect(
        notesAbout(
          migrate([ingress({ nginx })], { kubernetesVersion: '1.34.0' }),
          'enable-cors',
        )[0],
      ).toMatch(/^decide: .*1\.36/);
    });

    it('limit callers by a policy on the gateway of the mesh', () => {
      const result = migrate(
        [
          ingress({
            nginx: { 'whitelist-source-range': '203.0.113.0/24, 10.0.0.0/8' },
          }),
        ],
        { target: 'istio' },
      );

      expect(find(result, 'AuthorizationPolicy').spec).toMatchObject({
        action: 'DENY',
        rules: [
          {
            from: [
              {
                source: { notRemoteIpBlocks: ['203.0.113.0/24', '10.0.0.0/8'] },
              },
            ],
          },
        ],
      });
    });

    it('are a decision where the target cannot limit callers', () => {
      const result = migrate([
        ingress({ nginx: { 'whitelist-source-range': '10.0.0.0/8' } }),
      ]);

      expect(notesAbout(result, 'whitelist-source-range')[0]).toMatch(
        /^decide: Not carried over/,
      );
    });

    it('speak TLS to the backend by the policy of the target', () => {
      const nginx = {
        'backend-protocol': 'HTTPS',
        affinity: 'cookie',
        'session-cookie-name': 'route',
      };
      const kindsAt = (target: MigrateOptions['target']) =>
        migrate([ingress({ nginx })], { target })
          .objects.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)
          .filter(
            name => !name.startsWith('gateway.networking.k8s.io/v1 HTTP'),
          );

      expect(kindsAt('app-routing-gateway-api')).toContain(
        'gateway.networking.k8s.io/v1 BackendTLSPolicy',
      );
      expect(kindsAt('application-gateway-for-containers')).toEqual(
        expect.arrayContaining([
          'alb.networking.azure.io/v1 BackendTLSPolicy',
          'alb.networking.azure.io/v1 RoutePolicy',
        ]),
      );
      const rules = migrate([ingress({ nginx })], {
        target: 'istio',
      }).objects.filter(({ kind }) => kind === 'DestinationRule');
      expect(rules).toHaveLength(1);
      expect(Object.keys((rules[0] as any).spec.trafficPolicy)).toEqual([
        'tls',
        'loadBalancer',
      ]);
    });

    it('that nobody knows, or that only NGINX has, are each named', () => {
      const result = migrate([
        ingress({
          nginx: {
            'configuration-snippet': 'more_set_headers "X: 1";',
            'rewrit-target': '/',
            'proxy-buffering': 'on',
          },
        }),
      ]);

      expect(notesAbout(result, 'configuration-snippet')[0]).toMatch(
        /^decide: /,
      );
      expect(notesAbout(result, 'rewrit-target')[0]).toMatch(
        /^decide: .*rewrite-target is the nearest/,
      );
      expect(notesAbout(result, 'proxy-buffering')).toHaveLength(1);
    });
  });

  it('gives a private address when asked to', () => {
    expect(
      find(migrate([ingress({})], { internal: true }), 'Gateway').spec
        .infrastructure.annotations,
    ).toEqual({
      'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
    });
  });

  it('moves only what is asked for, but reads the host as all its Ingresses have it', () => {
    const result = migrate(
      [
        ingress({ name: 'a', nginx: { 'use-regex': 'true' } }),
        ingress({ name: 'b', paths: [['/v[12]']] }),
      ],
      { only: [{ namespace: 'shop', name: 'b' }] },
    );

    expect(result.paths.map(({ from }) => from.name)).toEqual(['b']);
    expect(find(result, 'HTTPRoute').spec.rules[0].matches[0].path.type).toBe(
      'RegularExpression',
    );
  });

  it('makes nothing of nothing', () => {
    expect(migrate([])).toEqual(
      expect.objectContaining({ objects: [], notes: [], paths: [] }),
    );
  });
});

describe('migrationGuide', () => {
  it('names each annotation and path, how to shift traffic and how to go back', () => {
    const guide = migrationGuide(
      migrate([
        ingress({
          nginx: {
            'whitelist-source-range': '10.0.0.0/8',
            'use-regex': 'true',
          },
          paths: [['/v[12]'], ['/a b']],
        }),
      ]),
    );

    expect(guide).toMatch(/## Decide before the move/);
    expect(guide).toMatch(/\| `shop\/shop` \| `whitelist-source-range` \| /);
    expect(guide).toMatch(/\*\*not served\*\*/);
    expect(guide).toMatch(/5, 25, 50 and 100 percent/);
    expect(guide).toMatch(/## Go back/);
  });

  it('takes hostile names and values as data', () => {
    const guide = migrationGuide(
      migrate([
        ingress({
          name: 'x`|<img src=x onerror=alert(1)>',
          nginx: { 'x|y': '<script>alert(1)</script>' },
        }),
      ]),
    );

    expect(guide).not.toMatch(/<script|<img(?![^`]*`)/);
    expect(
      guide
        .split('\n')
        .filter(line => line.startsWith('| `'))
        .every(line => line.replace(/\\\|/g, '').split('|').length >= 6),
    ).toBe(true);
  });

  it('survives being written as YAML', () => {
    const { objects } = migrate([ingress({})]);

    expect(
      objectsOf(objects.map(object => stringify(object)).join('---\n')),
    ).toEqual(objects);
  });
});
