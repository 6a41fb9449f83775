import {
  MigrationTarget,
  withheldValue,
} from 'backstage-plugin-aks-traffic-common';
import { ingress, migrate } from './__testUtils__/migrations';

const targets: MigrationTarget[] = [
  'app-routing-gateway-api',
  'application-gateway-for-containers',
  'istio',
];

/** What keeps callers out today, and no object that is written for any target does. */
const protections: Record<string, string>[] = [
  { 'auth-url': 'https://id.contoso.com/check' },
  { 'auth-type': 'basic', 'auth-secret': 'users' },
  { 'auth-tls-secret': 'shop/authority' },
  { 'auth-tls-secret': 'shop/authority', 'auth-tls-verify-client': 'optional' },
  { 'configuration-snippet': 'deny 10.0.0.0/8;' },
  { 'server-snippet': 'location /admin { return 403; }' },
  { 'whitelist-source-range': 'office' },
  { 'denylist-source-range': '10.0.0.0/8,nobody' },
];

const sourceLimits: Record<string, string>[] = [
  { 'whitelist-source-range': '10.0.0.0/8' },
  { 'allowlist-source-range': '203.0.113.7' },
  { 'denylist-source-range': '2001:db8::/32' },
];

const cases = targets.flatMap(target =>
  [...protections, ...(target === 'istio' ? [] : sourceLimits)].map(
    (nginx): [MigrationTarget, Record<string, string>] => [target, nginx],
  ),
);

describe('migrateIngresses', () => {
  it.each(cases)(
    'writes no route to %s in place of one that %j protects',
    (target, nginx) => {
      const result = migrate(
        [
          ingress({ nginx }),
          ingress({ name: 'free', host: 'free.contoso.com' }),
        ],
        { target },
      );
      const [annotation] = Object.keys(nginx);

      expect(result.openings).toEqual([
        {
          object: expect.objectContaining({ name: 'shop' }),
          annotation,
          message: expect.stringMatching(
            new RegExp(
              `^${annotation} asks for .* or in a proxy before it\\.$`,
            ),
          ),
        },
      ]);
      expect(
        result.paths.map(({ host, route, reason }) => [
          host,
          route?.kind ?? reason,
        ]),
      ).toEqual([
        ['free.contoso.com', 'HTTPRoute'],
        [
          'shop.contoso.com',
          expect.stringMatching(/^its route would let everybody in: /),
        ],
      ]);
      expect(JSON.stringify(result.objects)).not.toContain('shop.contoso.com');
    },
  );

  it.each(cases)(
    'writes an open route to %s by request: %j',
    (target, nginx) => {
      const result = migrate([ingress({ nginx })], { target, allowOpen: true });

      expect(result.openings).toHaveLength(1);
      expect(result.isOpen).toBe(true);
      expect(result.paths[0].route?.kind).toBe('HTTPRoute');
    },
  );

  it.each(sourceLimits)('carries %j over to the mesh', nginx => {
    const result = migrate([ingress({ nginx })], { target: 'istio' });

    expect(result.openings).toEqual([]);
    expect(result.objects.map(({ kind }) => kind)).toContain(
      'AuthorizationPolicy',
    );
  });

  it.each<Record<string, string>>([
    { 'auth-url': '' },
    { 'auth-tls-secret': 'shop/authority', 'auth-tls-verify-client': 'off' },
    { 'configuration-snippet': 'more_set_headers "X-Denied: no";' },
    { 'auth-url': 'https://id.contoso.com', 'ssl-passthrough': 'true' },
    {
      'auth-url': 'https://id.contoso.com',
      canary: 'true',
      'canary-weight': '1',
    },
  ])('is not stopped by what keeps nobody out: %j', nginx => {
    expect(migrate([ingress({ nginx })], { target: 'istio' }).openings).toEqual(
      [],
    );
  });

  it('redirects all the same, as NGINX does before it asks who calls', () => {
    const result = migrate([
      ingress({
        nginx: {
          'auth-url': 'https://id.contoso.com',
          'permanent-redirect': 'https://new.contoso.com',
        },
      }),
    ]);

    expect(result.paths[0].route?.kind).toBe('HTTPRoute');
  });

  it('does not judge the text that stands in place of a value', () => {
    const { annotations, notes, openings, paths } = migrate([
      ingress({
        nginx: {
          'auth-tls-secret': withheldValue,
          'upstream-vhost': withheldValue,
        },
      }),
    ]);

    expect(
      annotations.map(({ problem, redacted }) => [problem, redacted]),
    ).toEqual([
      [undefined, true],
      [undefined, true],
    ]);
    expect(openings.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^The value of auth-tls-secret is shown to the owners/,
      ),
    ]);
    expect(paths[0].reason).toMatch(/let an owner do this/);
    expect(
      notes.find(({ about }) => about === 'upstream-vhost')?.message,
    ).toMatch(/^Not carried over: its value is shown to the owners/);
  });

  it.each([
    'if ($http_x_key != "s") { return 404; }',
    'access_by_lua_block { check() }',
    'limit_except GET { deny all; }',
    'internal;',
  ])('takes a snippet for a protection: %s', snippet => {
    const { openings, objects } = migrate([
      ingress({ nginx: { 'configuration-snippet': snippet } }),
    ]);

    expect(openings).toHaveLength(1);
    expect(objects).toEqual([]);
  });

  it('does not route around a protected Ingress of the same host and Service that stays', () => {
    const objects = [
      ingress({ name: 'all' }),
      ingress({
        name: 'office',
        paths: [['/admin']],
        nginx: { 'whitelist-source-range': '10.0.0.0/8' },
      }),
    ];
    const result = migrate(objects, {
      target: 'istio',
      only: [{ namespace: 'shop', name: 'all' }],
    });

    expect(result.openings).toEqual([
      expect.objectContaining({
        object: expect.objectContaining({ name: 'office' }),
        annotation: 'whitelist-source-range',
      }),
    ]);
    expect(result.objects).toEqual([]);
    expect(migrate(objects, { target: 'istio' }).openings).toEqual([]);
  });

  it.each(['https://new.contoso.com/$1', 'https://new.contoso.com/?from=old'])(
    'does not lead to a backend that only ever redirected: %s',
    address => {
      const { objects, paths } = migrate([
        ingress({ nginx: { 'permanent-redirect': address } }),
      ]);

      expect(objects).toEqual([]);
      expect(paths).toEqual([
        expect.objectContaining({
          reason: expect.stringMatching(/lets no request through/),
        }),
      ]);
    },
  );
});
