import { deployment } from '../__testUtils__/builders';
import { clusterRow } from '../egress/__testUtils__/egressEstate';
import { ruleInput } from './__testUtils__/ruleInput';
import { istioRevisionSupport as rule } from './istio-revision-support';

describe('istio-revision-support', () => {
  it.each([
    ['asm-1-24', '2026-11-22', 'high', /support has ended/],
    ['asm-1-27', '2026-11-22', 'high', /ended in May 2026 according to/],
    ['asm-1-29', '2026-11-22', 'medium', /probably ended in September 2026/],
    ['asm-1-30', '2026-11-22', 'low', /expected to end in December 2026/],
    ['asm-1-31', '2026-11-22', undefined, /^$/],
  ])('%s at %s: %s', (revision, now, severity, message) => {
    const [finding] = rule.cluster(
      ruleInput({
        now,
        rows: [
          clusterRow({
            properties: {
              serviceMeshProfile: {
                mode: 'Istio',
                istio: { revisions: [revision] },
              },
            },
          }),
        ],
      }),
    );
    expect(finding?.severity).toBe(severity);
    expect(finding?.message ?? '').toMatch(message);
  });

  it.each([
    ['aks-istio-system', { app: 'istiod', 'istio.io/rev': 'asm-1-27' }, 1],
    ['aks-istio-system', { app: 'istiod', 'istio.io/rev': 'asm-1-31' }, 0],
    ['aks-istio-system', { app: 'other', 'istio.io/rev': 'asm-1-27' }, 0],
    ['istio-system', { app: 'istiod', 'istio.io/rev': 'asm-1-27' }, 0],
    ['aks-istio-system', { app: 'istiod', 'istio.io/rev': 'default' }, 0],
  ])(
    'goes by the control plane where no row tells: %s %j',
    (namespace, labels, count) => {
      const findings = rule.cluster(
        ruleInput({ objects: [deployment({ namespace, labels })] }),
      );
      expect(findings).toHaveLength(count);
      for (const finding of findings) {
        expect(finding).toMatchObject({
          severity: 'high',
          deadline: '2026-05-31',
          subject: { kind: 'Deployment', namespace },
          evidence: [{ value: 'asm-1-27' }],
        });
      }
    },
  );
});
