import { KubernetesObject } from '../model/observation';
import { judgeByRules, notEvaluated, ruleProblems } from './ruleProblems';
import { rules } from './schemas/celRules.json';

function route(rule: object): KubernetesObject {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'shop' },
    spec: { parentRefs: [{ name: 'shop' }], rules: [rule] },
  };
}

function gateway(...listeners: object[]): KubernetesObject {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: 'shop' },
    spec: { gatewayClassName: 'istio', listeners },
  };
}

const redirect = {
  type: 'RequestRedirect',
  requestRedirect: {
    path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/new' },
  },
};
const http = { name: 'http', port: 80, protocol: 'HTTP' };
const secret = { certificateRefs: [{ name: 'shop-tls' }] };

describe('ruleProblems', () => {
  it.each<[string, KubernetesObject, string]>([
    [
      'backends beside a redirect',
      route({ filters: [redirect], backendRefs: [{ name: 'web', port: 80 }] }),
      'RequestRedirect filter must not be used together with backendRefs',
    ],
    [
      'a backend without a port, by the kind that is the default',
      route({ backendRefs: [{ name: 'web' }] }),
      'Must have port for Service reference',
    ],
    [
      'a replaced prefix where something else is matched',
      route({
        filters: [redirect],
        matches: [{ path: { type: 'Exact', value: '/old' } }],
      }),
      'exactly one PathPrefix match must be specified',
    ],
    [
      'a path that Kubernetes does not take',
      route({ matches: [{ path: { value: '/a//b' } }] }),
      "must not contain '//'",
    ],
    [
      'every origin beside others',
      route({
        filters: [{ type: 'CORS', cors: { allowOrigins: ['*', 'https://a'] } }],
      }),
      "AllowOrigins cannot contain '*' alongside others",
    ],
    [
      'two listeners for the same',
      gateway(http, { ...http, name: 'other' }),
      'Combination of port, protocol and hostname must be unique',
    ],
    [
      'a certificate where there is no TLS, in whatever case',
      gateway({ ...http, protocol: 'http', tls: secret }),
      'tls must not be specified for protocols',
    ],
    [
      'TLS without a certificate, by the mode that is the default',
      gateway({ name: 'https', port: 443, protocol: 'HTTPS', tls: {} }),
      'certificateRefs or options must be specified',
    ],
    [
      'an address as the name of a host',
      {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'TLSRoute',
        metadata: { name: 'shop' },
        spec: { hostnames: ['10.0.0.1'], rules: [] },
      },
      'Hostnames cannot contain an IP',
    ],
    [
      'ports of a policy without a selector',
      {
        apiVersion: 'security.istio.io/v1',
        kind: 'PeerAuthentication',
        metadata: { name: 'shop' },
        spec: { portLevelMtls: { 8080: { mode: 'DISABLE' } } },
      },
      'portLevelMtls requires selector',
    ],
    [
      'a wildcard in the value of a label',
      {
        apiVersion: 'security.istio.io/v1',
        kind: 'AuthorizationPolicy',
        metadata: { name: 'shop' },
        spec: { selector: { matchLabels: { app: 'shop-*' } } },
      },
      'wildcard not allowed in label value match',
    ],
  ])('refuses %s', (_, object, message) => {
    expect(ruleProblems([object])).toContainEqual(
      expect.stringContaining(message),
    );
  });

  it('takes what is right', () => {
    expect(
      judgeByRules([
        gateway(http, {
          name: 'https',
          port: 443,
          protocol: 'HTTPS',
          tls: { options: { a: 'b' } },
        }),
        route({ filters: [redirect] }),
        route({ backendRefs: [{ name: 'web', port: 80 }] }),
      ]),
    ).toMatchObject({ problems: [], count: expect.any(Number) });
  });

  it('can read every rule that it has, and none of them needs an object of before', () => {
    const texts = Object.values(rules)
      .flat()
      .map(({ rule }) => rule);

    expect(texts.length).toBeGreaterThan(150);
    expect(texts.filter(text => text.includes('oldSelf'))).toEqual([]);
    expect(judgeByRules([]).unreadable).toEqual([]);
  });

  it('says of what it has no rules', () => {
    for (const { kind, at, why } of notEvaluated) {
      expect([kind, at, why].every(text => text.length > 0)).toBe(true);
    }
    expect(notEvaluated.map(({ kind }) => kind)).toContain(
      'gateway.networking.k8s.io/v1beta1/ReferenceGrant',
    );
  });
});
