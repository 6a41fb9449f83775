import {
  entryPoint,
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { webApplicationFirewall as rule } from './web-application-firewall';

const address = '203.0.113.9';

function inputFor(
  parts: Parameters<typeof entryPoint>[0],
  more: Parameters<typeof ruleInput>[0] = {},
) {
  return ruleInput({
    services: [
      serviceDraft({
        entryPoints: [
          entryPoint({
            system: 'app-routing-gateway-api',
            exposure: 'public',
            tls: 'terminate',
            addresses: [address],
            hosts: ['web.example'],
            ...parts,
          }),
        ],
      }),
    ],
    ...more,
  });
}

function judged(...parts: Parameters<typeof inputFor>) {
  const input = inputFor(...parts);
  return {
    findings: serviceFindings(rule, input).length,
    open: rule.leavesOpen(input.draft.services[0], input),
  };
}

describe('web-application-firewall', () => {
  it('finds a public host without one', () => {
    const [finding] = serviceFindings(rule, inputFor({}));
    expect(finding).toMatchObject({ severity: 'low' });
    expect(finding.message).toContain('web.example');
  });

  it.each([
    ['a policy on the gateway', { capabilities: { wafPolicy: 'waf' } }],
    ['Front Door over a private link', { addresses: ['10.0.0.4'] }],
    [
      'sources that are limited',
      { capabilities: { sourceRanges: '192.0.2.0/24' } },
    ],
    [
      'sources that are limited to Front Door',
      { capabilities: { allowedServiceTags: 'AzureFrontDoor.Backend' } },
    ],
    ['an internal entry', { exposure: 'internal' as const }],
    ['TLS passthrough', { tls: 'passthrough' as const }],
    ['a route that is refused', { attached: false }],
    [
      'a Service without a gateway',
      { resource: { apiVersion: 'v1', kind: 'Service', name: 'web' } },
    ],
  ])('has nothing to say about %s', (_, parts) => {
    expect(judged(parts)).toEqual({ findings: 0, open: false });
  });

  it('does not let Front Door count that can be passed by', () => {
    expect(judged({ capabilities: { frontDoor: 'fd' } })).toEqual({
      findings: 1,
      open: false,
    });
  });

  it('does not take a list that names everybody for a limit', () => {
    expect(judged({ capabilities: { sourceRanges: '0.0.0.0/0' } })).toEqual({
      findings: 1,
      open: false,
    });
  });

  it('asks for the row of an Application Gateway, and for the policies of the one for containers', () => {
    const classic = 'application-gateway-ingress-controller';
    expect(judged({ system: classic })).toEqual({ findings: 0, open: true });
    expect(
      judged({ system: classic, capabilities: { applicationGateway: 'gw' } }),
    ).toEqual({ findings: 1, open: false });
    const system = 'application-gateway-for-containers';
    expect(judged({ system })).toEqual({ findings: 1, open: false });
    expect(judged({ system }, { reading: 'nothing' })).toEqual({
      findings: 0,
      open: true,
    });
  });

  it('does not judge systems that may have a firewall of their own', () => {
    expect(judged({ system: 'f5-nginx' })).toEqual({
      findings: 0,
      open: false,
    });
  });
});
