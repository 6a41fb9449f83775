import {
  controller,
  entryPoint,
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { ingressNginxRetirement as rule } from './ingress-nginx-retirement';

describe('ingress-nginx-retirement', () => {
  const withEntry = (parts: Parameters<typeof entryPoint>[0], now?: string) =>
    serviceFindings(
      rule,
      ruleInput({
        now,
        services: [
          serviceDraft({
            entryPoints: [entryPoint({ system: 'ingress-nginx', ...parts })],
          }),
        ],
      }),
    );

  it.each([
    ['2025-12-01', 'internal', 'medium'],
    ['2026-11-22', 'internal', 'high'],
    ['2026-11-22', 'public', 'critical'],
  ] as const)('at %s, %s: %s', (now, exposure, severity) => {
    expect(withEntry({ exposure }, now)).toMatchObject([
      {
        severity,
        deadline: '2026-03-31',
        retirement: 'RET-NGINX-UPSTREAM',
        docs: 'docs/rules/ingress-nginx-retirement.md',
      },
    ]);
  });

  it('says what follows and what is only likely', () => {
    expect(withEntry({ exposure: 'public' })[0].message).toBe(
      'Ingress shop/web is served by community ingress-nginx, and support ended in March 2026 according to the last statement seen: vulnerabilities are open to the internet. Move it to a maintained gateway.',
    );
    expect(
      withEntry({ exposure: 'public' }, '2026-03-31T23:59:59Z')[0].message,
    ).toContain(
      'support ends in March 2026: vulnerabilities stay open after that.',
    );
    expect(withEntry({ confidence: 'inferred' })[0].message).toContain(
      'seems to be served',
    );
  });

  it('finds one thing to fix in an Ingress with many hosts', () => {
    const input = ruleInput({
      services: [
        serviceDraft({
          entryPoints: [
            entryPoint({ system: 'ingress-nginx', hosts: ['a'] }),
            entryPoint({
              system: 'ingress-nginx',
              hosts: ['b'],
              exposure: 'public',
            }),
          ],
        }),
      ],
    });
    expect(serviceFindings(rule, input)).toMatchObject([
      { severity: 'critical' },
    ]);
  });

  it.each(['f5-nginx', 'nginx-gateway-fabric', 'traefik', 'unknown'] as const)(
    'has nothing to say about %s',
    system => {
      expect(withEntry({ system })).toEqual([]);
    },
  );

  it('has nothing to say about what no controller accepted', () => {
    expect(withEntry({ attached: false })).toEqual([]);
  });

  it('finds controllers that no service stands on, for the cluster', () => {
    const input = ruleInput({
      controllers: [
        controller({ system: 'ingress-nginx', name: 'edge' }),
        controller({ system: 'f5-nginx' }),
      ],
    });
    expect(rule.cluster(input)).toMatchObject([
      { severity: 'high', subject: { kind: 'Pod', name: 'web-1' } },
    ]);
  });
});
