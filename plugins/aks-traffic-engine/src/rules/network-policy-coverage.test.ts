import { clusterRow, workloadOf } from '../egress/__testUtils__/egressEstate';
import {
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { networkPolicyCoverage as rule } from './network-policy-coverage';

function inputFor(
  texts: string[],
  network: Record<string, unknown> = { networkPolicy: 'cilium' },
  reading: 'whole' | 'nothing' = 'whole',
) {
  return ruleInput({
    reading,
    rows: [clusterRow({ network: { networkPlugin: 'azure', ...network } })],
    services: texts.map((networkPolicy, place) =>
      serviceDraft({
        service: `s${place}`,
        workloads: [workloadOf()],
        eastWest: { networkPolicy, meshMtls: 'none' },
      }),
    ),
  });
}

const none = { networkPolicy: 'none' };

describe('network-policy-coverage', () => {
  it('finds a namespace whose pods anybody may call, once', () => {
    const findings = rule.cluster(
      inputFor(['none', 'allow-all', 'default-deny (ingress, egress)']),
    );
    expect(findings).toMatchObject([
      { severity: 'low', subject: { kind: 'Namespace', name: 'shop' } },
    ]);
    expect(findings[0].evidence).toHaveLength(2);
  });

  it('only notes one that is open outwards', () => {
    expect(rule.cluster(inputFor(['default-deny (ingress)']))).toMatchObject([
      { severity: 'info' },
    ]);
  });

  it('has nothing to say where both directions are denied, or nobody knows', () => {
    expect(
      rule.cluster(inputFor(['default-deny (ingress, egress)', 'unknown'])),
    ).toEqual([]);
  });

  it('finds a cluster without an engine instead, and policies that nobody enforces', () => {
    const input = inputFor(['not enforced'], none);
    expect(rule.cluster(input)).toMatchObject([{ severity: 'low' }]);
    expect(serviceFindings(rule, input)).toMatchObject([
      { severity: 'medium' },
    ]);
    expect(serviceFindings(rule, inputFor(['none'], none))).toEqual([]);
  });

  it('says that it cannot tell where policies were not read', () => {
    const input = inputFor(['unknown'], none, 'nothing');
    expect(rule.leavesOpen(input.draft.services[0], input)).toBe(true);
    const enforced = inputFor(['unknown'], undefined, 'nothing');
    expect(rule.leavesOpen(enforced.draft.services[0], enforced)).toBe(false);
  });
});
