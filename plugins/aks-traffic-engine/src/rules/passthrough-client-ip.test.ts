import {
  contradiction,
  contradictionFindings,
  ingress,
} from './__testUtils__/contradictions';
import { passthroughClientIp as rule } from './passthrough-client-ip';

describe('passthrough-client-ip', () => {
  it.each([['x', 'low']])('evidence %s: %s', (value, severity) => {
    const findings = contradictionFindings(
      rule,
      contradiction('passthrough-client-ip', value),
    );
    expect(findings).toMatchObject([
      { ruleId: 'passthrough-client-ip', severity, subject: ingress },
    ]);
    expect(findings[0].message).toMatch(/^One says this, the other that\. \w/);
  });

  it('leaves other contradictions to their own rules', () => {
    expect(
      contradictionFindings(rule, contradiction('class-conflict')),
    ).toEqual([]);
  });
});
