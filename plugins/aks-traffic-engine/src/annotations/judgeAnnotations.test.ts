import fc from 'fast-check';
import { ingress } from '../__testUtils__/builders';
import { at, judged, judgedOne, outcomes, reader } from './__testUtils__/judge';
import { annotationCatalogue } from './annotationCatalogue';
import { isSensitiveAnnotation, judgeAnnotations } from './judgeAnnotations';

describe('judgeAnnotations', () => {
  it('says what an annotation is, what it does and what becomes of it', () => {
    expect(judged({ 'proxy-body-size': '8m' })).toMatchObject([
      {
        object: { kind: 'Ingress', namespace: 'shop', name: 'web' },
        key: 'nginx.ingress.kubernetes.io/proxy-body-size',
        name: 'proxy-body-size',
        status: 'current',
        value: '8m',
        redacted: false,
        upstreamRisk: 'Medium',
        security: false,
        effective: true,
        targets: [
          { target: 'app-routing-gateway-api', outcome: 'blocked' },
          { target: 'application-gateway-for-containers', outcome: 'blocked' },
          { target: 'istio', outcome: 'changes-behaviour' },
        ],
      },
    ]);
  });

  it('names the real name that is nearest to one nobody knows', () => {
    expect(judged({ 'proxy-bdy-size': '8m' })).toMatchObject([
      {
        status: 'unknown',
        nearest: 'proxy-body-size',
        effective: false,
        targets: [
          { outcome: 'unknown' },
          { outcome: 'unknown' },
          { outcome: 'unknown' },
        ],
      },
    ]);
  });

  it('knows other spellings, and which of two counts', () => {
    expect(judgedOne('whitelist-source-range', '10.0.0.0/8')).toMatchObject({
      aliasOf: 'allowlist-source-range',
      security: true,
      effective: true,
    });
    expect(
      judgedOne('whitelist-source-range', '10.0.0.0/8', {
        beside: { 'allowlist-source-range': '10.0.0.0/8' },
      }),
    ).toMatchObject({
      effective: false,
      problem: 'allowlist-source-range goes before it.',
    });
  });

  it('reads the prefixes that controllers read, and no others', () => {
    const object = ingress({
      annotations: {
        'acme.example/use-regex': 'true',
        'nginx.ingress.kubernetes.io/app-root': '/a',
        'other.example/app-root': '/a',
        'nginx.org/app-root': '/a',
        'app-root': '/a',
      },
    });
    const context = { readers: [reader({ prefix: 'acme.example' })] };
    expect(
      judgeAnnotations(object, context).map(({ key, effective }) => [
        key,
        effective,
      ]),
    ).toEqual([
      ['acme.example/use-regex', true],
      ['nginx.ingress.kubernetes.io/app-root', false],
    ]);
    expect(
      judgeAnnotations(object, {
        readers: [],
        prefixes: new Set(['other.example']),
      }).map(({ key }) => key),
    ).toEqual([
      'nginx.ingress.kubernetes.io/app-root',
      'other.example/app-root',
    ]);
  });

  describe('knows whether anything reads an annotation', () => {
    it.each([
      ['ingress-nginx', reader(), true],
      ['nobody', undefined, false],
      ['another system', reader({ system: 'kong', reads: 'none' }), false],
      ['who knows', reader({ system: 'other', reads: 'unknown' }), 'unknown'],
    ] as const)('by %s: %s', (_name, by, effective) => {
      const readers = by === undefined ? [] : [by];
      expect(
        judgedOne('app-root', '/a', { context: { readers } }).effective,
      ).toBe(effective);
    });

    it('where Traefik reads a part of them', () => {
      const context = {
        readers: [reader({ system: 'traefik', reads: 'traefik' })],
      };
      const effective = (name: string, value: string) =>
        judgedOne(name, value, { context }).effective;
      expect(effective('proxy-body-size', '8m')).toBe(true);
      expect(effective('mirror-target', 'http://a.svc')).toBe(false);
      expect(effective('use-port-in-redirects', 'true')).toBe('unknown');
    });

    it('by its release where it was removed', () => {
      const effective = (version: string | undefined) =>
        judgedOne('global-rate-limit', '5', {
          context: { readers: [reader({ version })] },
        }).effective;
      expect(effective('1.11.3')).toBe(true);
      expect(effective('1.12.0')).toBe(false);
      expect(effective(undefined)).toBe('unknown');
    });

    it.each([
      ['the managed controller', { system: 'app-routing-nginx' }, true],
      ['an old release', { version: '1.8.4' }, true],
      ['the last release', {}, 'unknown'],
      [
        'a ConfigMap that does not allow them',
        { settings: new Map([['allow-snippet-annotations', 'false']]) },
        false,
      ],
      [
        'a ConfigMap that allows them',
        {
          settings: new Map([
            ['allow-snippet-annotations', 'true'],
            ['annotations-risk-level', 'Critical'],
          ]),
        },
        true,
      ],
      [
        'a ConfigMap that allows them, but not the risk',
        { settings: new Map([['allow-snippet-annotations', 'true']]) },
        false,
      ],
    ] as const)(
      'where it is a snippet, by %s: %s',
      (_name, parts, expected) => {
        expect(
          judgedOne('server-snippet', 'return 200;', {
            context: { readers: [reader(parts)] },
          }).effective,
        ).toBe(expected);
      },
    );

    it.each<[string, string, Record<string, string>, Record<string, string>]>([
      ['auth-signin', 'https://a.example', {}, { 'auth-url': 'http://a/b' }],
      ['auth-secret', 'users', {}, { 'auth-type': 'basic' }],
      ['session-cookie-name', 'route', {}, { affinity: 'cookie' }],
      [
        'cors-allow-methods',
        'GET',
        { 'enable-cors': 'false' },
        { 'enable-cors': 'true' },
      ],
      ['canary-weight', '10', {}, { canary: 'true' }],
      ['proxy-ssl-verify', 'on', {}, { 'proxy-ssl-secret': 'shop/ca' }],
      ['auth-tls-verify-depth', '2', {}, { 'auth-tls-secret': 'shop/ca' }],
      ['limit-whitelist', '10.0.0.0/8', {}, { 'limit-rps': '5' }],
      [
        'permanent-redirect',
        'https://a.example',
        { 'temporal-redirect': 'https://b.example' },
        {},
      ],
      ['use-regex', 'true', { canary: 'true' }, { canary: 'false' }],
      ['load-balance', 'ewma', { 'ssl-passthrough': 'true' }, {}],
    ])('by the others of the object: %s', (name, value, without, beside) => {
      const verdict = judgedOne(name, value, { beside: without });
      expect(verdict).toMatchObject({
        effective: false,
        problem: expect.any(String),
      });
      expect(outcomes(verdict)).toEqual(['drop', 'drop', 'drop']);
      expect(judgedOne(name, value, { beside })).not.toHaveProperty('problem');
    });

    it('by whether the controller passes TLS on at all', () => {
      const context = { readers: [reader({ passthrough: false })] };
      expect(judgedOne('ssl-passthrough', 'true', { context })).toMatchObject({
        effective: false,
        problem: expect.stringContaining('--enable-ssl-passthrough'),
      });
      expect(
        judgedOne('app-root', '/a', {
          context,
          beside: { 'ssl-passthrough': 'true' },
        }).effective,
      ).toBe(true);
    });
  });

  it('says what the controller does about a value it does not take', () => {
    expect(judgedOne('limit-rps', 'many')).toMatchObject({
      problem:
        'The value is no whole number: the controller leaves the whole Ingress out.',
      effective: true,
    });
    expect(judgedOne('allowlist-source-range', 'office')).toMatchObject({
      problem: expect.stringContaining('answers its paths with 503'),
      effective: true,
    });
    expect(judgedOne('proxy-read-timeout', '60s')).toMatchObject({
      problem:
        'The value is no whole number: the controller ignores it, and it is 60 seconds.',
      effective: false,
    });
    expect(judgedOne('service-upstream', 'yes').effective).toBe('unknown');
    expect(judgedOne('app-root', '').problem).toBe(
      'The value is empty: the controller ignores it.',
    );
  });

  it.each<[string, string, string[]]>([
    ['enable-cors', 'false', ['drop', 'drop', 'drop']],
    ['ssl-redirect', 'false', ['drop', 'drop', 'drop']],
    ['proxy-body-size', '0', ['drop', 'drop', 'drop']],
    ['proxy-request-buffering', 'off', ['drop', 'drop', 'drop']],
    ['limit-rps', '0', ['drop', 'drop', 'drop']],
    ['backend-protocol', 'HTTP', ['drop', 'drop', 'drop']],
    ['backend-protocol', 'grpc', ['portable', 'portable', 'portable']],
    ['backend-protocol', 'FCGI', ['blocked', 'blocked', 'blocked']],
    [
      'backend-protocol',
      'HTTPS',
      ['changes-behaviour', 'changes-behaviour', 'changes-behaviour'],
    ],
    ['rewrite-target', '/', ['portable', 'portable', 'portable']],
    [
      'rewrite-target',
      '/$2',
      ['changes-behaviour', 'changes-behaviour', 'equivalent-by-policy'],
    ],
    [
      'rewrite-target',
      '/$1/x/$2',
      ['blocked', 'blocked', 'equivalent-by-policy'],
    ],
    ['upstream-vhost', '$host', ['blocked', 'blocked', 'blocked']],
    ['upstream-vhost', 'a.example', ['portable', 'portable', 'portable']],
    ['server-alias', '~^www', ['blocked', 'blocked', 'blocked']],
    ['mirror-target', 'https://a.example', ['blocked', 'blocked', 'blocked']],
    [
      'mirror-target',
      'http://copy.shop.svc.cluster.local$request_uri',
      ['changes-behaviour', 'changes-behaviour', 'changes-behaviour'],
    ],
    [
      'temporal-redirect',
      'https://a.example/b?c=d',
      ['changes-behaviour', 'changes-behaviour', 'changes-behaviour'],
    ],
  ])('looks at the value of %s: %s', (name, value, expected) => {
    expect(outcomes(judgedOne(name, value))).toEqual(expected);
  });

  it('looks at whether certificates of backends are verified', () => {
    const beside = { 'proxy-ssl-secret': 'shop/ca' };
    const verify = (value: string) =>
      outcomes(judgedOne('proxy-ssl-verify', value, { beside }));
    expect(verify('on')).toEqual(['portable', 'changes-behaviour', 'portable']);
    expect(verify('off')).toEqual([
      'blocked',
      'changes-behaviour',
      'equivalent-by-policy',
    ]);
  });

  describe('looks at the version of the cluster', () => {
    const beside = { 'permanent-redirect': 'https://a.example' };
    const code = (value: string, aksVersion?: string) =>
      at(
        judgedOne('permanent-redirect-code', value, {
          beside,
          context: { aksVersion },
        }),
        'app-routing-gateway-api',
      );

    it('for the status of a redirect', () => {
      expect(code('302', '1.33.1').outcome).toBe('portable');
      expect(code('308', '1.35.1')).toMatchObject({
        outcome: 'changes-behaviour',
        minAksVersion: '1.36',
        reason: expect.stringContaining('AKS 1.35.1'),
      });
      expect(code('308', '1.36.0').outcome).toBe('portable');
      expect(code('308')).toMatchObject({
        outcome: 'portable',
        minAksVersion: '1.36',
        minGatewayApiBundle: 'v1.5.1',
      });
      expect(code('300', '1.36.0').outcome).toBe('blocked');
    });

    it('for the redirect to HTTPS', () => {
      const redirect = (aksVersion: string) =>
        outcomes(
          judgedOne('ssl-redirect', 'true', { context: { aksVersion } }),
        );
      expect(redirect('1.34.2')[0]).toBe('changes-behaviour');
      expect(redirect('1.36.2')[0]).toBe('portable');
    });

    it('for what resources of a target can do instead', () => {
      const context = { aksVersion: '1.34.2' };
      const verdict = judgedOne('cors-allow-methods', 'GET', {
        beside: { 'enable-cors': 'true' },
        context,
      });
      expect(outcomes(verdict)).toEqual([
        'blocked',
        'blocked',
        'equivalent-by-policy',
      ]);
      expect(at(verdict, 'istio').replacement).toBe(
        'VirtualService http[].corsPolicy',
      );
    });

    it('but not where it is no version', () => {
      expect(code('308', 'latest').outcome).toBe('portable');
    });
  });

  const names = annotationCatalogue.map(({ name }) => name);
  const prefixes = ['nginx.ingress.kubernetes.io', 'acme.example'];
  const anyName = fc.oneof(
    fc.constantFrom(...names),
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom('__proto__', 'constructor', 'toString', ''),
  );
  const anyValue = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.constantFrom(
      'true',
      '$1'.repeat(3000),
      'a'.repeat(20000),
      `${'a'.repeat(20000)}!`,
      `${'@SECLEVEL=1'.repeat(2000)}!`,
      `${'GET,'.repeat(9000)};`,
      `${'https://a.example,'.repeat(2000)}"`,
      `${'1.1.1.1,'.repeat(5000)}x`,
      `CN=${'(a+)+'.repeat(2000)}`,
      '<script>',
      '\u0000',
    ),
  );

  it('lets every annotation that goes in come out exactly once, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...prefixes), anyName, anyValue), {
          maxLength: 12,
        }),
        fc.constantFrom(undefined, '1.33.0', '1.36.1', 'x'),
        (entries, aksVersion) => {
          const annotations = Object.fromEntries(
            entries.map(([prefix, name, value]) => [
              `${prefix}/${name}`,
              value,
            ]),
          );
          const verdicts = judgeAnnotations(ingress({ annotations }), {
            readers: [reader({ prefix: 'acme.example' })],
            aksVersion,
          });
          expect(verdicts.map(({ key }) => key)).toEqual(
            Object.keys(annotations).sort(),
          );
          for (const { key, value, targets } of verdicts) {
            expect(value).toBe(annotations[key]);
            expect(targets).toHaveLength(3);
          }
        },
      ),
    );
  });

  it('takes annotations of any shape', () => {
    for (const annotations of [undefined, null, 7, [], 'a', { a: 7 }]) {
      const object = ingress();
      object.metadata.annotations = annotations as never;
      expect(judgeAnnotations(object, { readers: [] })).toEqual([]);
    }
  });
});

describe('isSensitiveAnnotation', () => {
  it.each([
    ['nginx.ingress.kubernetes.io/server-snippet', true],
    ['acme.example/auth-tls-secret', true],
    ['auth-url', true],
    ['nginx.ingress.kubernetes.io/http-snippet', true],
    ['nginx.ingress.kubernetes.io/api-token', true],
    ['nginx.ingress.kubernetes.io/app-root', false],
    ['nginx.ingress.kubernetes.io/auth-secret-type', false],
  ])('%s: %s', (key, expected) => {
    expect(isSensitiveAnnotation(key)).toBe(expected);
  });
});
