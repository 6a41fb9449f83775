import {
  budget,
  gatewayDeployment,
  gatewayInput,
  node,
  workloadFrom,
} from './__testUtils__/gateway';
import {
  entryPoint,
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { serviceResilience as rule } from './service-resilience';

type Options = Parameters<typeof gatewayDeployment>[0];

const shopBudget = budget({ maxUnavailable: 1 }, { namespace: 'shop' });

function inputFor(
  options: Options = {},
  more: Parameters<typeof ruleInput>[0] = {},
  draft: Parameters<typeof serviceDraft>[0] = {},
) {
  const deployment = gatewayDeployment({ namespace: 'shop', ...options });
  return ruleInput({
    services: [
      serviceDraft({
        entryPoints: [entryPoint({ system: 'contour' })],
        workloads: [workloadFrom(deployment)],
        ...draft,
      }),
    ],
    objects: [deployment, shopBudget],
    ...more,
  });
}

const findings = (...parts: Parameters<typeof inputFor>) =>
  serviceFindings(rule, inputFor(...parts));

function slice(zones: string[]) {
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: 'web-1',
      namespace: 'shop',
      labels: { 'kubernetes.io/service-name': 'web' },
    },
    endpoints: zones.map(zone => ({ conditions: { ready: true }, zone })),
  };
}

describe('service-resilience', () => {
  it('has nothing to say about a service in order', () => {
    expect(findings()).toEqual([]);
  });

  it('names everything that is weak in one finding, the worst decides', () => {
    const [finding, ...others] = findings(
      { replicas: 1, podSpec: { containers: [{ name: 'web' }] } },
      { objects: [] },
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'low',
      subject: { kind: 'Service', name: 'web' },
    });
    expect(finding.evidence).toHaveLength(3);
    expect(finding.message).toContain(
      'it rests on a single pod, its pods have no readiness probe and no PodDisruptionBudget is about its pods',
    );
  });

  it('only notes a budget that is missing', () => {
    expect(findings({}, { objects: [] })).toMatchObject([{ severity: 'info' }]);
  });

  it('finds endpoints that share a zone of several', () => {
    const nodes = [node('a', 'weu-1'), node('b', 'weu-2')];
    const inZones = (zones: string[]) =>
      findings({}, { objects: [shopBudget, ...nodes, slice(zones)] });
    expect(inZones(['weu-1', 'weu-1'])).toMatchObject([{ severity: 'info' }]);
    expect(inZones(['weu-1', 'weu-2'])).toEqual([]);
  });

  it('concerns only what traffic is led to', () => {
    expect(findings({ replicas: 1 }, {}, { entryPoints: [] })).toEqual([]);
    expect(
      findings(
        { replicas: 1 },
        {},
        { entryPoints: [entryPoint({ attached: false })] },
      ),
    ).toEqual([]);
  });

  it('leaves gateways and system namespaces to other rules', () => {
    const deployment = gatewayDeployment({ replicas: 1 });
    const input = gatewayInput(deployment, {
      services: [
        serviceDraft({
          entryPoints: [entryPoint({ system: 'load-balancer-service' })],
          workloads: [workloadFrom(deployment)],
        }),
      ],
    });
    expect(serviceFindings(rule, input)).toEqual([]);
    expect(findings({ replicas: 1 }, {}, { namespace: 'kube-system' })).toEqual(
      [],
    );
  });

  it('reads from files only what they state, and says that this leaves questions', () => {
    expect(findings({}, { reading: 'files', objects: [] })).toEqual([]);
    const input = inputFor({ replicas: 1 }, { reading: 'files', objects: [] });
    expect(serviceFindings(rule, input)).toMatchObject([{ severity: 'low' }]);
    expect(rule.leavesOpen(input.draft.services[0], input)).toBe(true);
    const whole = inputFor();
    expect(rule.leavesOpen(whole.draft.services[0], whole)).toBe(false);
  });
});
