import { KubernetesObject } from '../model/observation';
import { schemaProblems } from '../__testUtils__/schemaProblems';
import { find, ingress, migrate, notesAbout } from './__testUtils__/migrations';
import { migrationGuide } from './report/migrationGuide';

function of(
  className: string,
  options: Parameters<typeof ingress>[0] = {},
): KubernetesObject {
  const object = ingress(options);
  return { ...object, spec: { ...object.spec!, ingressClassName: className } };
}

function ingressClass(name: string, controller: string): KubernetesObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name },
    spec: { controller },
  };
}

const gatewayClass = 'azure-application-gateway';

describe('migrateIngresses', () => {
  describe('other systems than ingress-nginx', () => {
    it.each([
      ['traefik', 'Traefik'],
      [gatewayClass, 'Application Gateway Ingress Controller'],
      ['haproxy', 'HAProxy'],
      ['kong', 'Kong Ingress Controller'],
      ['contour', 'Contour'],
      ['cilium', 'Cilium'],
    ])('are named by their class %s', (className, title) => {
      const result = migrate([of(className)]);

      expect(result.from).toEqual([title]);
      expect(notesAbout(result, 'ingressClassName')).toEqual([
        expect.stringContaining(
          `decide: ${title} serves this Ingress, not NGINX.`,
        ),
      ]);
      expect(migrationGuide(result)).toContain(`at the address of ${title}.`);
    });

    it('are known by the IngressClass before the name', () => {
      const result = migrate([
        of('nginx'),
        ingressClass('nginx', 'nginx.org/ingress-controller'),
      ]);

      expect(result.from).toEqual(['F5 NGINX Ingress Controller']);
      expect(notesAbout(result, 'ingressClassName')).toEqual([
        expect.stringMatching(
          /^check: .*IngressClass nginx names nginx\.org\/ingress-controller/,
        ),
      ]);
    });

    it('are known by what a portal found, and by annotations where there is no class', () => {
      expect(
        migrate([of('nginx')], {
          servedBy: [{ namespace: 'shop', name: 'shop', system: 'traefik' }],
        }).from,
      ).toEqual(['Traefik']);

      const object = ingress({ annotations: { 'konghq.com/plugins': 'x' } });
      delete (object.spec as any).ingressClassName;
      expect(migrate([object], { allowOpen: true }).from).toEqual([
        'Kong Ingress Controller',
      ]);
    });

    it('are not assumed: a class that nobody knows is named, and moved as NGINX serves it', () => {
      expect(notesAbout(migrate([of('mine')]), 'ingressClassName')).toEqual([
        'decide: Nothing that was given says what serves the class mine; it was moved as NGINX serves it. Give the IngressClass together with the Ingress.',
      ]);
      expect(
        notesAbout(
          migrate([
            of('mine', { nginx: { 'proxy-read-timeout': '7' } }),
            ingressClass('mine', 'k8s.io/internal-ingress-nginx'),
          ]),
          'ingressClassName',
        ),
      ).toEqual([expect.stringMatching(/^check: .*which is not known here/)]);
    });

    it('have none of the settings of ingress-nginx, and each annotation has a line', () => {
      const result = migrate([
        of('kong', {
          nginx: { 'rewrite-target': '/$1', 'auth-url': 'https://a' },
          annotations: { 'konghq.com/methods': 'GET' },
        }),
        ingressClass('kong', 'ingress-controllers.konghq.com/kong'),
      ]);

      expect(result.openings).toEqual([]);
      expect(find(result, 'HTTPRoute').spec.rules[0].filters).toBeUndefined();
      expect(result.annotations.map(({ effective }) => effective)).toEqual([
        false,
        false,
      ]);
      expect(notesAbout(result, 'rewrite-target')).toEqual([
        'check: Not carried over: Kong Ingress Controller does not read annotations of ingress-nginx.',
      ]);
      expect(notesAbout(result, 'konghq.com/methods')).toEqual([
        'decide: Not translated: Kong Ingress Controller annotation, which a person decides on.',
      ]);
    });

    it.each<[string, string, string]>([
      ['traefik', 'traefik.ingress.kubernetes.io/router.middlewares', 'x@crd'],
      ['kong', 'konghq.com/plugins', 'key-auth'],
      ['haproxy', 'haproxy.org/allow-list', '10.0.0.0/8'],
      ['haproxy', 'haproxy-ingress.github.io/auth-url', 'https://a'],
      [gatewayClass, 'appgw.ingress.kubernetes.io/waf-policy-for-path', '/x'],
      [gatewayClass, 'appgw.ingress.kubernetes.io/use-private-ip', 'true'],
    ])('with class %s and %s are not opened', (className, key, value) => {
      const object = of(className, { annotations: { [key]: value } });
      const result = migrate([object]);

      expect(result.openings).toEqual([
        expect.objectContaining({ annotation: key }),
      ]);
      expect(result.objects).toEqual([]);
      expect(
        find(migrate([object], { allowOpen: true }), 'HTTPRoute'),
      ).toBeDefined();
    });

    it('with a private address move to one, or to a public one by request', () => {
      const object = of(gatewayClass, {
        annotations: { 'appgw.ingress.kubernetes.io/use-private-ip': 'true' },
      });

      expect(migrate([object], { internal: true }).openings).toEqual([]);
      expect(migrate([object], { internal: false }).openings).toEqual([]);
    });

    it.each<[string, string, string, object, RegExp | undefined]>([
      [
        gatewayClass,
        '/a',
        'ImplementationSpecific',
        { type: 'Exact', value: '/a' },
        /whole path/,
      ],
      [
        gatewayClass,
        '/a/*',
        'ImplementationSpecific',
        { type: 'PathPrefix', value: '/a' },
        /everything that begins/,
      ],
      [
        gatewayClass,
        '/*',
        'ImplementationSpecific',
        { type: 'PathPrefix', value: '/' },
        undefined,
      ],
      [
        gatewayClass,
        '/a',
        'Prefix',
        { type: 'PathPrefix', value: '/a' },
        /longer word/,
      ],
      [
        'kong',
        '/~/v\\d+',
        'ImplementationSpecific',
        { type: 'RegularExpression', value: '/v\\d+.*' },
        /regular expression/,
      ],
      [
        'haproxy',
        '/a/',
        'ImplementationSpecific',
        { type: 'PathPrefix', value: '/a' },
        /longer word/,
      ],
      [
        'traefik',
        '/a',
        'ImplementationSpecific',
        { type: 'PathPrefix', value: '/a' },
        /^decide: .*not known here/,
      ],
      [
        'contour',
        '/a',
        'Prefix',
        { type: 'PathPrefix', value: '/a' },
        undefined,
      ],
      ['contour', '/a', 'Exact', { type: 'Exact', value: '/a' }, undefined],
    ])('read %s path %s of type %s', (className, path, type, match, note) => {
      const result = migrate([of(className, { paths: [[path, 'web', type]] })]);
      const notes = notesAbout(result, 'pathType');

      expect(find(result, 'HTTPRoute').spec.rules[0].matches[0].path).toEqual(
        match,
      );
      expect(notes).toHaveLength(note ? 1 : 0);
      expect(notes.join()).toMatch(note ?? /^$/);
    });

    it('say that plain requests are redirected now, where they are not by themselves', () => {
      expect(notesAbout(migrate([of('traefik')]), 'ssl-redirect')).toEqual([
        expect.stringMatching(/Traefik does so only when it is told to/),
      ]);
      expect(notesAbout(migrate([of('nginx')]), 'ssl-redirect')).toEqual([]);
    });

    it('say that paths may be taken away by Kong', () => {
      const strip = (options: Parameters<typeof ingress>[0]) =>
        notesAbout(migrate([of('kong', options)]), 'konghq.com/strip-path');

      expect(strip({ paths: [['/a']] })).toEqual([
        expect.stringMatching(/^decide: Nothing says whether Kong takes/),
      ]);
      expect(strip({})).toEqual([]);
      expect(
        strip({
          paths: [['/a']],
          annotations: { 'konghq.com/strip-path': 'false' },
        }),
      ).toEqual([expect.stringMatching(/^decide: Not translated.*URLRewrite/)]);
    });

    it('keep their probes at Application Gateway for Containers', () => {
      const probe = 'appgw.ingress.kubernetes.io/health-probe';
      const result = migrate(
        [
          of(gatewayClass, {
            annotations: {
              [`${probe}-path`]: '/up',
              [`${probe}-hostname`]: 'shop.internal',
              [`${probe}-status-codes`]: '200-299, 401',
              [`${probe}-interval`]: '15',
            },
          }),
        ],
        { target: 'application-gateway-for-containers' },
      );
      const policy = find(result, 'HealthCheckPolicy');

      expect(policy.spec.default).toEqual({
        interval: '15s',
        timeout: '30s',
        healthyThreshold: 1,
        unhealthyThreshold: 3,
        http: {
          host: 'shop.internal',
          path: '/up',
          match: {
            statusCodes: [
              { start: 200, end: 299 },
              { start: 401, end: 401 },
            ],
          },
        },
      });
      expect(schemaProblems([policy])).toEqual([]);
      expect(notesAbout(result, `${probe}-path`)).toEqual([
        expect.stringMatching(/^done: Carried over into the HealthCheckPolicy/),
      ]);
    });

    it('do not decide which of two Ingresses counts, as NGINX does', () => {
      const result = migrate([
        of('traefik', { name: 'old', createdAt: '2020-01-01T00:00:00Z' }),
        of('traefik', { name: 'new', createdAt: '2024-01-01T00:00:00Z' }),
      ]);

      expect(notesAbout(result, 'conflict')).toEqual([
        expect.stringMatching(/^decide: .*is up to Traefik/),
      ]);
    });
  });

  describe('paths that are cleaned up first', () => {
    const cleaned = (
      paths: [string][],
      target: 'istio' | 'application-gateway-for-containers' = 'istio',
    ) => notesAbout(migrate([ingress({ paths })], { target }), 'normalisation');

    it('are named, as NGINX makes one slash of several', () => {
      expect(cleaned([['/api']])).toEqual([
        expect.stringMatching(/^check: .*Istio .*leaves \/\/ as it is/),
      ]);
      expect(cleaned([['/api']], 'application-gateway-for-containers')).toEqual(
        [expect.stringMatching(/is not in its documentation/)],
      );
    });

    it('are not where every path leads to the same', () => {
      expect(cleaned([['/']])).toEqual([]);
      expect(
        notesAbout(
          migrate([of('traefik', { paths: [['/a']] })]),
          'normalisation',
        ),
      ).toEqual([]);
    });
  });

  describe('exposure', () => {
    it('that nobody stated is asked for, since the Gateway is public then', () => {
      expect(notesAbout(migrate([ingress({})]), 'exposure')).toEqual([
        expect.stringMatching(/^decide: .*unknown or pending.*public address/),
      ]);
      for (const internal of [true, false]) {
        expect(
          notesAbout(migrate([ingress({})], { internal }), 'exposure'),
        ).toEqual([]);
      }
    });
  });
});
