import {
  AnnotationVerdict,
  Evidence,
} from 'backstage-plugin-aks-traffic-common';
import { withoutSensitive } from './withoutSensitive';

const object = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  namespace: 'shop',
  name: 'web',
};
const withheld = '(withheld: shown to the owners)';

function evidence(field: string, value: string): Evidence {
  return { object, field, value, meaning: 'Raw configuration' };
}

function verdict(overrides: Partial<AnnotationVerdict>): AnnotationVerdict {
  return {
    object,
    key: 'nginx.ingress.kubernetes.io/proxy-body-size',
    name: 'proxy-body-size',
    status: 'current',
    value: '8m',
    redacted: false,
    security: false,
    effective: true,
    targets: [],
    ...overrides,
  };
}

const annotation = (name: string) =>
  `metadata.annotations["nginx.ingress.kubernetes.io/${name}"]`;

describe('withoutSensitive', () => {
  it('withholds the value of evidence and keeps where it is and what it means', () => {
    const answer = {
      services: [{ findings: [{ evidence: [] as Evidence[] }] }],
    };
    answer.services[0].findings[0].evidence = [
      evidence(annotation('server-snippet'), 'return 200;'),
      evidence('spec.server-snippets', 'return 200;'),
      evidence(annotation('mirror-target'), 'https://a:b@c.example/'),
      evidence(annotation('proxy-body-size'), '8m'),
    ];

    const discreet = withoutSensitive(answer);

    expect(discreet.withheld).toBe(true);
    expect(discreet.answer.services[0].findings[0].evidence).toEqual([
      evidence(annotation('server-snippet'), withheld),
      evidence('spec.server-snippets', withheld),
      evidence(annotation('mirror-target'), withheld),
      evidence(annotation('proxy-body-size'), '8m'),
    ]);
  });

  it('copies what leads to a withheld value and nothing else, keys of prototypes included', () => {
    const answer = JSON.parse(
      '{"plain": {"a": [1]}, "labels": {"__proto__": {"x": []}, "b": [{}]}}',
    );
    answer.labels.b[0] = evidence(annotation('server-snippet'), 'return 200;');
    const before = JSON.stringify(answer);

    const discreet = withoutSensitive(answer);

    expect(JSON.stringify(answer)).toBe(before);
    expect(discreet.answer.plain).toBe(answer.plain);
    expect(JSON.stringify(discreet.answer)).toBe(
      before.replace('return 200;', withheld),
    );
  });

  it('lets everybody know that something is not there', () => {
    const answer = [evidence(annotation('auth-secret'), '(absent)')];
    expect(withoutSensitive(answer)).toEqual({ answer, withheld: false });
  });

  it.each<[string, Partial<AnnotationVerdict>]>([
    [
      'raw configuration',
      { key: 'nginx.ingress.kubernetes.io/server-snippet' },
    ],
    ['what means the same', { key: 'x/other', aliasOf: 'auth-secret' }],
    ['what nobody knows', { key: 'x/servr-snipet', status: 'unknown' }],
    ['an address with a password', { value: 'https://a:b@c.example/' }],
  ])(
    'withholds the value of an annotation that is %s, and what quotes it',
    (_, overrides) => {
      const { answer } = withoutSensitive([
        verdict({
          value: 'planted',
          problem: 'planted is wrong',
          ...overrides,
        }),
      ]);

      expect(answer[0]).toMatchObject({ redacted: true, targets: [] });
      expect(answer[0]).not.toHaveProperty('value');
      expect(answer[0].problem).toMatch(/refuse or ignore/);
    },
  );

  it('leaves other annotations as they are', () => {
    const answer = [verdict({ problem: '8m is no size' })];
    expect(withoutSensitive(answer)).toEqual({ answer, withheld: false });
  });

  it('withholds values in objects and keeps the names of all fields', () => {
    const stored = {
      reference: object,
      object: {
        metadata: {
          annotations: {
            'x/server-snippet': 'return 200;',
            'x/copy': '{"x/auth-secret":"users"}',
            'x/size': '8m',
          },
        },
        spec: {
          tls: [{ secretName: 'web-tls' }],
          filters: [{ name: 'Authorization', value: 'abc' }, { name: 'X-A' }],
          when: [{ key: 'request.headers[x-api-key]', values: ['abc'] }],
          headers: { request: { set: { authorization: 'abc' } } },
        },
      },
    };

    const { answer } = withoutSensitive({ items: [stored] });

    expect(answer.items[0].object).toEqual({
      metadata: {
        annotations: {
          'x/server-snippet': withheld,
          'x/copy': withheld,
          'x/size': '8m',
        },
      },
      spec: {
        tls: [{ secretName: 'web-tls' }],
        filters: [{ name: 'Authorization', value: withheld }, { name: 'X-A' }],
        when: [{ key: 'request.headers[x-api-key]', values: withheld }],
        headers: { request: { set: { authorization: withheld } } },
      },
    });
  });

  it('does not change what it is given', () => {
    const answer = [evidence(annotation('server-snippet'), 'return 200;')];
    const before = structuredClone(answer);
    withoutSensitive(answer);
    expect(answer).toEqual(before);
  });
});
