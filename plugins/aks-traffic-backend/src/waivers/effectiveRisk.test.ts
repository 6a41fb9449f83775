import { Finding, Risk, Severity } from 'backstage-plugin-aks-traffic-common';
import { effectiveRisk } from './effectiveRisk';

const ingress = (name: string) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  name,
});

const finding = (ruleId: string, severity: Severity, name = 'web') =>
  ({ ruleId, severity, subject: ingress(name) } as Finding);

const findings = [
  finding('a', 'high'),
  finding('a', 'medium'),
  finding('b', 'low'),
  finding('c', 'info'),
];

function after(waived: string[], options: { readWhole?: boolean } = {}) {
  const { readWhole = true } = options;
  return effectiveRisk({
    service: { risk: 'high', findings },
    readWhole,
    waivers: waived.map(ruleId => ({ ruleId })),
  });
}

describe('effectiveRisk', () => {
  it.each<[string[], Risk, number]>([
    [[], 'high', 0],
    [['a'], 'low', 2],
    [['b'], 'high', 1],
    [['a', 'b'], 'info', 3],
    [['a', 'b', 'c'], 'none', 4],
    [['gone'], 'high', 0],
  ])('of %j waived is %s', (waived, risk, count) => {
    expect(after(waived)).toEqual({ risk, waived: count });
  });

  it('keeps the findings of the same rule about other objects than the one that is waived', () => {
    expect(
      effectiveRisk({
        service: {
          risk: 'high',
          findings: [
            finding('a', 'high', 'web'),
            finding('a', 'medium', 'api'),
          ],
        },
        readWhole: true,
        waivers: [{ ruleId: 'a', subject: ingress('web') }],
      }),
    ).toEqual({ risk: 'medium', waived: 1 });
  });

  it('is not known when nothing is left and not everything was read', () => {
    expect(after(['a', 'b', 'c'], { readWhole: false }).risk).toBe('unknown');
    expect(after(['a', 'b'], { readWhole: false }).risk).toBe('unknown');
    expect(after(['a'], { readWhole: false }).risk).toBe('low');
  });

  it('stays what the engine said while nothing is waived', () => {
    expect(
      effectiveRisk({
        service: { risk: 'unknown', findings: [] },
        readWhole: true,
        waivers: [{ ruleId: 'a' }],
      }),
    ).toEqual({ risk: 'unknown', waived: 0 });
  });
});
