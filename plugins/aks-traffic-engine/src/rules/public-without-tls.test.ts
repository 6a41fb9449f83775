import { ingress } from '../__testUtils__/builders';
import {
  entryPoint,
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { publicWithoutTls as rule } from './public-without-tls';

function findings(
  parts: Parameters<typeof entryPoint>[0],
  objects: ReturnType<typeof ingress>[] = [],
) {
  return serviceFindings(
    rule,
    ruleInput({
      objects,
      services: [
        serviceDraft({
          entryPoints: [
            entryPoint({
              exposure: 'public',
              hosts: ['web.example'],
              ...parts,
            }),
          ],
        }),
      ],
    }),
  );
}

describe('public-without-tls', () => {
  it('finds public hosts without TLS', () => {
    expect(findings({ tls: 'none' })).toMatchObject([{ severity: 'medium' }]);
  });

  it('names the hosts that others with TLS left out', () => {
    const [finding] = findings({
      tls: 'terminate',
      hosts: ['a.example', 'b.example'],
      capabilities: { hostsWithoutTls: 'b.example' },
    });
    expect(finding.severity).toBe('medium');
    expect(finding.message).toContain('reaches b.example without TLS');
  });

  it('finds plain HTTP beside TLS', () => {
    expect(
      findings({ tls: 'terminate', capabilities: { plainHttp: true } }),
    ).toMatchObject([{ severity: 'low' }]);
    expect(
      findings({ tls: 'terminate' }, [
        ingress({
          annotations: { 'nginx.ingress.kubernetes.io/ssl-redirect': 'false' },
        }),
      ]),
    ).toMatchObject([{ severity: 'low' }]);
  });

  it.each([
    ['application-gateway-ingress-controller', {}, 0],
    ['f5-nginx', {}, 0],
    ['ingress-nginx', {}, 1],
    ['ingress-nginx', { 'force-ssl-redirect': 'true' }, 0],
    ['ingress-nginx', { 'force-ssl-redirect': 'false' }, 1],
  ] as const)(
    'takes a redirect for switched off where %s reads that, beside %j',
    (system, more, count) => {
      const annotations = { 'ssl-redirect': 'false', ...more };
      expect(
        findings({ tls: 'terminate', system }, [
          ingress({
            annotations: Object.fromEntries(
              Object.entries(annotations).map(([name, value]) => [
                `nginx.ingress.kubernetes.io/${name}`,
                value,
              ]),
            ),
          }),
        ]),
      ).toHaveLength(count);
    },
  );

  it.each([
    ['a host with TLS', { tls: 'terminate' }],
    ['TLS that is not known', { tls: 'unknown' }],
    ['passthrough', { tls: 'passthrough' }],
    ['an internal host', { tls: 'none', exposure: 'internal' }],
    [
      'what only Front Door publishes, over a private address',
      { tls: 'none', addresses: ['10.0.0.4'] },
    ],
  ] as const)('has nothing to say about %s', (_, parts) => {
    expect(findings({ ...parts } as Parameters<typeof entryPoint>[0])).toEqual(
      [],
    );
  });
});
