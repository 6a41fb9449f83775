import {
  budget,
  gatewayDeployment,
  gatewayInput,
} from './__testUtils__/gateway';
import { controllerDisruptionBudget as rule } from './controller-disruption-budget';

function findings(
  objects: ReturnType<typeof budget>[],
  reading: 'whole' | 'nothing' | 'files' = 'whole',
  kind = 'Deployment',
) {
  return rule.cluster(
    gatewayInput(gatewayDeployment({ kind }), { objects, reading }),
  );
}

describe('controller-disruption-budget', () => {
  it('finds a gateway without one', () => {
    expect(findings([])).toMatchObject([{ severity: 'low' }]);
    expect(findings([budget({}, { app: 'other' })])).toHaveLength(1);
  });

  it.each([
    [{ maxUnavailable: 0 }, undefined],
    [{ minAvailable: '100%' }, undefined],
    [{ minAvailable: 2 }, { disruptionsAllowed: 0, expectedPods: 2 }],
  ])('finds a budget that allows nothing: %j', (spec, status) => {
    const [finding] = findings([budget(spec, { status })]);
    expect(finding.message).toContain('allows no disruption');
  });

  it('has nothing to say about one that allows one, even while it does not', () => {
    expect(
      findings([
        budget(
          { maxUnavailable: 1 },
          { status: { disruptionsAllowed: 0, expectedPods: 2 } },
        ),
      ]),
    ).toEqual([]);
  });

  it('does not judge DaemonSets, which are not drained', () => {
    expect(findings([], 'whole', 'DaemonSet')).toEqual([]);
  });

  it.each(['nothing', 'files'] as const)(
    'takes no absence from a reading of %s',
    reading => {
      expect(findings([], reading)).toEqual([]);
    },
  );
});
