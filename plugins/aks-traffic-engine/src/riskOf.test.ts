import { Finding, Severity } from 'backstage-plugin-aks-traffic-common';
import { riskOf } from './riskOf';

function findings(...severities: Severity[]): Finding[] {
  return severities.map(severity => ({
    ruleId: 'rule',
    severity,
    subject: { apiVersion: 'v1', kind: 'Service', name: 'web' },
    message: '',
    evidence: [],
    remediation: { summary: '', actions: [] },
    docs: '',
  }));
}

describe('riskOf', () => {
  it.each([
    [['low', 'critical', 'high'], true, 'critical'],
    [['low'], false, 'low'],
    [['info'], true, 'info'],
    [['info'], false, 'unknown'],
    [[], true, 'none'],
    [[], false, 'unknown'],
  ] as const)('of %j, read whole: %s, is %s', (severities, readWhole, risk) => {
    expect(riskOf(findings(...severities), readWhole)).toBe(risk);
  });
});
