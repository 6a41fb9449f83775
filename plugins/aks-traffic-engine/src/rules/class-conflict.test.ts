import {
  contradiction,
  contradictionFindings,
  ingress,
} from './__testUtils__/contradictions';
import { classConflict as rule } from './class-conflict';

describe('class-conflict', () => {
  it.each([['x', 'medium']])('evidence %s: %s', (value, severity) => {
    const findings = contradictionFindings(
      rule,
      contradiction('class-conflict', value),
    );
    expect(findings).toMatchObject([
      { ruleId: 'class-conflict', severity, subject: ingress },
    ]);
    expect(findings[0].message).toMatch(/^One says this, the other that\. \w/);
  });

  it('leaves other contradictions to their own rules', () => {
    expect(
      contradictionFindings(rule, contradiction('controller-conflict')),
    ).toEqual([]);
  });
});
