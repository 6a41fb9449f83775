import {
  contradiction,
  contradictionFindings,
  ingress,
} from './__testUtils__/contradictions';
import { exposureMismatch as rule } from './exposure-mismatch';

describe('exposure-mismatch', () => {
  it.each([
    ['10.0.0.1', 'medium'],
    ['fd00::1', 'medium'],
    ['20.1.2.3', 'high'],
    ['2603:1020::1', 'high'],
  ])('evidence %s: %s', (value, severity) => {
    const findings = contradictionFindings(
      rule,
      contradiction('exposure-mismatch', value),
    );
    expect(findings).toMatchObject([
      { ruleId: 'exposure-mismatch', severity, subject: ingress },
    ]);
    expect(findings[0].message).toMatch(/^One says this, the other that\. \w/);
  });

  it('leaves other contradictions to their own rules', () => {
    expect(
      contradictionFindings(rule, contradiction('class-conflict')),
    ).toEqual([]);
  });
});
