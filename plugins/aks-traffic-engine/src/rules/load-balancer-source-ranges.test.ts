import {
  gatewayDeployment,
  gatewayInput,
  workloadFrom,
} from './__testUtils__/gateway';
import {
  entryPoint,
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { loadBalancerSourceRanges as rule } from './load-balancer-source-ranges';

const entry = (
  capabilities: Record<string, string | boolean> = {},
  parts: Parameters<typeof entryPoint>[0] = {},
) =>
  entryPoint({
    system: 'load-balancer-service',
    exposure: 'public',
    capabilities,
    ...parts,
  });

const findings = (...entries: ReturnType<typeof entry>[]) =>
  serviceFindings(
    rule,
    ruleInput({ services: [serviceDraft({ entryPoints: entries })] }),
  );

describe('load-balancer-source-ranges', () => {
  it('finds a public load balancer that lets everybody in', () => {
    expect(findings(entry())).toMatchObject([{ severity: 'low' }]);
    expect(
      findings(entry({ sourceRanges: '10.0.0.0/8, 0.0.0.0/0' })),
    ).toHaveLength(1);
    expect(findings(entry({ allowedServiceTags: 'Internet' }))).toMatchObject([
      { evidence: [{ value: 'Internet' }] },
    ]);
  });

  it.each([
    ['source ranges', entry({ sourceRanges: '192.0.2.0/24' })],
    ['service tags', entry({ allowedServiceTags: 'AzureFrontDoor.Backend' })],
    ['an internal one', entry({}, { exposure: 'internal' })],
    ['an Ingress', entry({}, { system: 'kong' })],
  ])('has nothing to say about %s', (_, entryOf) => {
    expect(findings(entryOf)).toEqual([]);
  });

  it('leaves gateways alone, which are there for everybody', () => {
    const deployment = gatewayDeployment();
    const input = gatewayInput(deployment, {
      services: [
        serviceDraft({
          entryPoints: [entry()],
          workloads: [workloadFrom(deployment)],
        }),
      ],
    });
    expect(serviceFindings(rule, input)).toEqual([]);
    const made = serviceDraft({
      entryPoints: [entry()],
      object: {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: {
          name: 'web',
          labels: { 'gateway.networking.k8s.io/gateway-name': 'web' },
        },
      },
    });
    expect(serviceFindings(rule, ruleInput({ services: [made] }))).toEqual([]);
  });
});
