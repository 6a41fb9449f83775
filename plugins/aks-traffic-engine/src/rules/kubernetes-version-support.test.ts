import { clusterRow } from '../egress/__testUtils__/egressEstate';
import { ruleInput } from './__testUtils__/ruleInput';
import { kubernetesVersionSupport as rule } from './kubernetes-version-support';

describe('kubernetes-version-support', () => {
  it.each([
    ['1.32.9', 'KubernetesOfficial', '2026-11-22', 'high', undefined],
    ['1.33.7', 'KubernetesOfficial', '2026-11-22', 'high', '2026-07-31'],
    ['1.34.8', 'KubernetesOfficial', '2026-11-22', 'medium', '2026-11-30'],
    ['1.34.8', 'KubernetesOfficial', '2026-12-01', 'high', '2026-11-30'],
    ['1.35.4', 'KubernetesOfficial', '2027-01-10', 'low', '2027-03-31'],
    ['1.35.4', 'KubernetesOfficial', '2026-11-22', undefined, undefined],
    ['1.38.0', 'KubernetesOfficial', '2026-11-22', undefined, undefined],
    ['1.31.13', 'AKSLongTermSupport', '2026-11-22', 'medium', '2026-11-30'],
    ['1.30.9', 'AKSLongTermSupport', '2026-11-22', undefined, undefined],
    ['1.33.7', 'AKSLongTermSupport', '2026-11-22', undefined, undefined],
  ])(
    '%s on %s at %s: %s',
    (currentKubernetesVersion, supportPlan, now, severity, deadline) => {
      const [finding] = rule.cluster(
        ruleInput({
          now,
          rows: [
            clusterRow({
              properties: { currentKubernetesVersion, supportPlan },
            }),
          ],
        }),
      );
      expect([finding?.severity, finding?.deadline]).toEqual([
        severity,
        deadline,
      ]);
    },
  );
});
