import {
  autoscaler,
  gatewayDeployment,
  gatewayInput,
} from './__testUtils__/gateway';
import { controllerAutoscaling as rule } from './controller-autoscaling';

function findings(
  objects: ReturnType<typeof autoscaler>[],
  reading: 'whole' | 'files' = 'whole',
) {
  return rule.cluster(gatewayInput(gatewayDeployment(), { objects, reading }));
}

describe('controller-autoscaling', () => {
  it('notes a gateway that nothing scales', () => {
    expect(findings([])).toMatchObject([{ severity: 'info' }]);
  });

  it('finds one that may shrink to a single pod', () => {
    expect(findings([autoscaler({ maxReplicas: 5 })])).toMatchObject([
      { severity: 'low' },
    ]);
  });

  it('finds one at its upper bound', () => {
    const [finding] = findings([
      autoscaler({ minReplicas: 2, maxReplicas: 5 }, 5),
    ]);
    expect(finding.message).toContain('as many pods as');
  });

  it('has nothing to say about room to grow, nor about a number held on purpose', () => {
    expect(findings([autoscaler({ minReplicas: 2, maxReplicas: 5 })])).toEqual(
      [],
    );
    expect(
      findings([autoscaler({ minReplicas: 3, maxReplicas: 3 }, 3)]),
    ).toEqual([]);
  });

  it('takes no absence from files', () => {
    expect(findings([], 'files')).toEqual([]);
  });
});
