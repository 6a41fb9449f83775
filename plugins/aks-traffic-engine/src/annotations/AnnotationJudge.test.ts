import { InheritedEffect } from 'backstage-plugin-aks-traffic-common';
import { controller, ingress, ingressClass } from '../__testUtils__/builders';
import { KubernetesObject } from '../model/observation';
import { judgeOf } from './__testUtils__/judgeOf';

const nginx = [
  ...controller({
    image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
    args: ['--configmap=$(POD_NAMESPACE)/settings', '--enable-ssl-passthrough'],
  }),
  ingressClass('nginx', 'k8s.io/ingress-nginx'),
];

const managed = [
  ...controller({
    image: 'mcr.microsoft.com/oss/v2/ingress-nginx/controller:v1.13.9',
    args: ['--controller-class=webapprouting.kubernetes.azure.com/nginx'],
  }),
  ingressClass(
    'webapprouting.kubernetes.azure.com',
    'webapprouting.kubernetes.azure.com/nginx',
  ),
];

interface Parts {
  name?: string;
  namespace?: string;
  className?: string;
  host?: string;
  paths?: { path: string; pathType?: string }[];
  annotations?: Record<string, string>;
  tls?: unknown[];
}

function web(parts: Parts = {}): KubernetesObject {
  const { host = 'web.example', paths = [{ path: '/' }] } = parts;
  return ingress({
    name: parts.name,
    namespace: parts.namespace,
    className: parts.className ?? 'nginx',
    annotations: Object.fromEntries(
      Object.entries(parts.annotations ?? {}).map(([name, value]) => [
        `nginx.ingress.kubernetes.io/${name}`,
        value,
      ]),
    ),
    tls: parts.tls,
    spec: {
      rules: [
        {
          ...(host !== '*' && { host }),
          http: {
            paths: paths.map(({ path, pathType = 'Prefix' }) => ({
              path,
              pathType,
              backend: { service: { name: 'web', port: { number: 80 } } },
            })),
          },
        },
      ],
    },
  });
}

function effectsOf(
  subject: KubernetesObject,
  options: {
    others?: KubernetesObject[];
    cluster?: KubernetesObject[];
    aksVersion?: string;
  } = {},
): readonly InheritedEffect[] {
  const { others = [], cluster = nginx, aksVersion } = options;
  return judgeOf([...cluster, subject, ...others], { aksVersion }).effectsOf(
    subject,
  );
}

const idsOf = (effects: readonly InheritedEffect[]) =>
  effects.map(({ id }) => id);

/** What every Ingress has unless it says otherwise. */
const defaults = [
  'body-size-limit',
  'request-buffering',
  'default-retries',
  'default-timeouts',
  'controller-settings-unknown',
];

const find = (effects: readonly InheritedEffect[], id: string) =>
  effects.find(effect => effect.id === id)!;

describe('inherited effects', () => {
  it('are the defaults of NGINX, each with evidence and a verdict for each target', () => {
    const effects = effectsOf(web());
    expect(idsOf(effects)).toEqual(defaults);
    for (const effect of effects) {
      expect(effect.object).toMatchObject({ kind: 'Ingress', name: 'web' });
      expect(effect.evidence.length).toBeGreaterThan(0);
      expect(effect.targets).toHaveLength(3);
      for (const { reason, sources } of effect.targets) {
        expect(reason).toMatch(/^[A-Z].*\.$/);
        expect(sources.length).toBeGreaterThan(0);
      }
    }
    expect(find(effects, 'body-size-limit').evidence).toMatchObject([
      {
        field:
          'metadata.annotations["nginx.ingress.kubernetes.io/proxy-body-size"]',
        value: '(absent)',
      },
    ]);
  });

  it('are not those that the Ingress says otherwise about', () => {
    const annotations = {
      'proxy-body-size': '8m',
      'proxy-request-buffering': 'off',
      'proxy-next-upstream': 'off',
      'proxy-read-timeout': '600',
    };
    expect(idsOf(effectsOf(web({ annotations })))).toEqual([
      'controller-settings-unknown',
    ]);
  });

  it('are none where something else serves it, or nobody', () => {
    const kong = [
      ...controller({ image: 'kong/kubernetes-ingress-controller:3.5' }),
      ingressClass('kong', 'ingress-controllers.konghq.com/kong'),
    ];
    expect(effectsOf(web({ className: 'kong' }), { cluster: kong })).toEqual(
      [],
    );
    expect(effectsOf(web({ className: 'gone' }))).toEqual([]);
  });

  it('are none of requests where TLS is passed on unopened', () => {
    const annotations = { 'ssl-passthrough': 'true' };
    expect(effectsOf(web({ annotations }))).toEqual([]);
  });

  describe('of patterns', () => {
    const regex = (parts: Parts = {}) =>
      web({ name: 'other', annotations: { 'use-regex': 'true' }, ...parts });

    it('come from other Ingresses of the host', () => {
      const effects = effectsOf(web(), { others: [regex()] });
      expect(find(effects, 'host-wide-regex')).toMatchObject({
        evidence: [
          {
            object: { name: 'other' },
            field:
              'metadata.annotations["nginx.ingress.kubernetes.io/use-regex"]',
            value: 'true',
          },
        ],
        targets: [
          { outcome: 'changes-behaviour' },
          { outcome: 'changes-behaviour' },
          { outcome: 'changes-behaviour' },
        ],
      });
    });

    it.each<[string, Parts]>([
      ['of another host', { host: 'other.example' }],
      ['turned off', { annotations: { 'use-regex': 'false' } }],
      ['of a canary', { annotations: { 'use-regex': 'true', canary: 'true' } }],
      ['of another controller', { className: 'gone' }],
    ])('do not come from Ingresses %s', (_name, parts) => {
      expect(idsOf(effectsOf(web(), { others: [regex(parts)] }))).not.toContain(
        'host-wide-regex',
      );
    });

    it('come from its own rewrite, not from its own use-regex', () => {
      const own = (annotations: Record<string, string>) =>
        idsOf(effectsOf(web({ annotations })));
      expect(own({ 'rewrite-target': '/' })).toContain('implied-regex');
      expect(own({ 'use-regex': 'true' })).toEqual(defaults);
    });

    it('make exact paths inexact, and several of them a matter of order', () => {
      const paths = [
        { path: '/a', pathType: 'Exact' },
        { path: '/a/b/', pathType: 'Prefix' },
      ];
      const effects = effectsOf(web({ paths }), { others: [regex()] });
      expect(idsOf(effects)).toEqual([
        'host-wide-regex',
        'exact-not-exact',
        'pattern-order',
        ...defaults,
      ]);
      expect(find(effects, 'exact-not-exact').evidence).toMatchObject([
        {
          field: 'spec.rules[0].http.paths[0].pathType',
          value: 'Exact (/a)',
        },
      ]);
      expect(idsOf(effectsOf(web({ paths })))).toEqual([
        'trailing-slash-redirect',
        ...defaults,
      ]);
    });
  });

  describe('of the redirect to HTTPS', () => {
    const tls = [{ hosts: ['web.example'], secretName: 'cert' }];

    it('are there with TLS, unless it is turned off or asked for', () => {
      expect(idsOf(effectsOf(web({ tls })))).toContain('default-tls-redirect');
      for (const value of ['true', 'false']) {
        expect(
          idsOf(
            effectsOf(web({ tls, annotations: { 'ssl-redirect': value } })),
          ),
        ).not.toContain('default-tls-redirect');
      }
    });

    it('depend on the version of the cluster', () => {
      const outcomeOn = (aksVersion: string) =>
        find(
          effectsOf(web({ tls }), { aksVersion }),
          'default-tls-redirect',
        ).targets.map(({ outcome }) => outcome);
      expect(outcomeOn('1.36.1')).toEqual(['portable', 'portable', 'portable']);
      expect(outcomeOn('1.34.1')).toEqual([
        'changes-behaviour',
        'changes-behaviour',
        'changes-behaviour',
      ]);
    });
  });

  describe('of hosts that Ingresses share', () => {
    it('are named with the other namespaces', () => {
      const effects = effectsOf(web(), {
        others: [
          web({ name: 'b', namespace: 'pay', paths: [{ path: '/pay' }] }),
        ],
      });
      expect(find(effects, 'shared-host')).toMatchObject({
        message: expect.stringContaining('pay'),
        evidence: [{ object: { namespace: 'pay' }, value: 'web.example' }],
      });
    });

    it('are settings of the host, without showing what may be secret', () => {
      const effects = effectsOf(web(), {
        others: [
          web({
            name: 'other',
            annotations: {
              'auth-tls-secret': 'pay/ca',
              'server-snippet': 'set $token "hunter2";',
              'proxy-body-size': '8m',
            },
          }),
        ],
      });
      const settings = effects.filter(({ id }) => id === 'host-wide-setting');
      expect(settings.map(({ message }) => message)).toEqual([
        expect.stringContaining('auth-tls-secret'),
        expect.stringContaining('server-snippet'),
      ]);
      expect(JSON.stringify(settings)).not.toContain('hunter2');
    });

    it('are canaries, from either side', () => {
      const main = web({ name: 'main' });
      const canary = web({
        name: 'canary',
        annotations: { canary: 'true', 'canary-weight': '10' },
      });
      expect(
        find(effectsOf(main, { others: [canary] }), 'canary-pair'),
      ).toMatchObject({ evidence: [{ object: { name: 'canary' } }] });
      expect(effectsOf(canary, { others: [main] })).toMatchObject([
        { id: 'canary-pair', evidence: [{ object: { name: 'main' } }] },
      ]);
    });
  });

  describe('that concern security', () => {
    it('are Secrets of other namespaces', () => {
      const found = (value: string) =>
        find(
          effectsOf(web({ annotations: { 'auth-tls-secret': value } })),
          'cross-namespace-secret',
        );
      expect(found('pay/ca')).toMatchObject({
        message: expect.stringContaining('refuses unless'),
        evidence: [{ value: 'pay/ca' }],
      });
      expect(found('shop/ca')).toBeUndefined();
    });

    it('are CORS that is left to defaults', () => {
      const annotations = { 'enable-cors': 'true' };
      expect(
        find(effectsOf(web({ annotations })), 'cors-defaults').evidence,
      ).toHaveLength(3);
      expect(
        idsOf(effectsOf(web({ annotations: { 'enable-cors': 'false' } }))),
      ).toEqual(defaults);
    });

    it('are backends that nobody verifies', () => {
      const ids = (annotations: Record<string, string>) =>
        idsOf(effectsOf(web({ annotations })));
      expect(ids({ 'backend-protocol': 'https' })).toContain(
        'backend-not-verified',
      );
      expect(
        ids({
          'backend-protocol': 'HTTPS',
          'proxy-ssl-verify': 'on',
          'proxy-ssl-secret': 'shop/ca',
        }),
      ).toEqual(defaults);
    });

    it('are snippets, which the managed controller allows', () => {
      const effects = effectsOf(
        web({ className: 'webapprouting.kubernetes.azure.com' }),
        { cluster: managed },
      );
      expect(idsOf(effects)).toEqual([
        ...defaults.slice(0, 4),
        'snippets-allowed',
      ]);
    });
  });

  describe('of the controller', () => {
    it('name the ConfigMap that was not read', () => {
      expect(
        find(effectsOf(web()), 'controller-settings-unknown').evidence,
      ).toMatchObject([
        {
          field: expect.stringContaining('--configmap'),
          value: expect.any(String),
        },
      ]);
    });

    it('are what its ConfigMap sets, where that is there', () => {
      const settings: KubernetesObject = {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'settings', namespace: 'ingress' },
        data: {
          'global-auth-url': 'http://auth.example/check',
          'proxy-body-size': '64m',
          'http-snippet': 'set $token "hunter2";',
          'worker-processes': '4',
        },
      };
      const effects = effectsOf(web(), { others: [settings] });
      expect(idsOf(effects)).toEqual([
        'request-buffering',
        'default-retries',
        'default-timeouts',
        'controller-setting:global-auth-url',
        'controller-setting:http-snippet',
        'controller-setting:proxy-body-size',
      ]);
      expect(find(effects, 'controller-setting:proxy-body-size')).toMatchObject(
        {
          evidence: [
            { object: { kind: 'ConfigMap', name: 'settings' }, value: '64m' },
          ],
          targets: [
            { outcome: 'blocked' },
            { outcome: 'blocked' },
            { outcome: 'changes-behaviour' },
          ],
        },
      );
      expect(JSON.stringify(effects)).not.toContain('hunter2');
    });

    it('are a prefix of its own', () => {
      const cluster = [
        ...controller({
          image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
          args: ['--annotations-prefix=acme.example'],
        }),
        ingressClass('nginx', 'k8s.io/ingress-nginx'),
      ];
      const subject = web({ annotations: { 'proxy-body-size': '8m' } });
      const effects = effectsOf(subject, { cluster });
      expect(find(effects, 'annotations-prefix')).toMatchObject({
        evidence: [{ value: 'acme.example' }],
      });
      expect(idsOf(effects)).toContain('body-size-limit');
      expect(judgeOf([...cluster, subject]).verdictsOf(subject)).toMatchObject([
        { name: 'proxy-body-size', effective: false },
      ]);
    });
  });

  it('are found for many Ingresses of one host in time that grows with their number only', () => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      web({
        name: `web-${index}`,
        host: '*',
        paths: [{ path: `/${index}` }],
        annotations: index % 2 === 0 ? { 'use-regex': 'true' } : {},
      }),
    );
    const judge = judgeOf([...nginx, ...many]);
    const found = many.map(each => judge.effectsOf(each).length);
    expect(Math.max(...found)).toBeLessThan(10);
    expect(judge.effectsOf(many[0])).toBe(judge.effectsOf(many[0]));
  });
});

describe('verdicts of a judge', () => {
  it('are made once for each Ingress, and none without annotations', () => {
    const annotated = web({ annotations: { 'use-regex': 'true' } });
    const plain = web({ name: 'plain' });
    const judge = judgeOf([...nginx, annotated, plain]);
    expect(judge.verdictsOf(annotated)).toBe(judge.verdictsOf(annotated));
    expect(judge.verdictsOf(annotated)).toMatchObject([{ effective: true }]);
    expect(judge.verdictsOf(plain)).toEqual([]);
  });

  it('know the arguments of the controller', () => {
    const subject = web({ annotations: { 'ssl-passthrough': 'true' } });
    expect(judgeOf([...nginx, subject]).verdictsOf(subject)).toMatchObject([
      { effective: true },
    ]);
    const without = [
      ...controller({
        image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
      }),
      nginx[2],
    ];
    expect(judgeOf([...without, subject]).verdictsOf(subject)).toMatchObject([
      { effective: false },
    ]);
  });

  it('know the version of the cluster', () => {
    const subject = web({
      annotations: { 'enable-cors': 'true', 'cors-max-age': '5' },
    });
    const verdict = judgeOf([...nginx, subject], { aksVersion: '1.34.3' })
      .verdictsOf(subject)
      .find(({ name }) => name === 'cors-max-age');
    expect(verdict).toMatchObject({
      name: 'cors-max-age',
      targets: [
        { outcome: 'blocked', minAksVersion: '1.36' },
        { outcome: 'blocked' },
        { outcome: 'equivalent-by-policy' },
      ],
    });
  });
});
