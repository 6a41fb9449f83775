import {
  contradiction,
  contradictionFindings,
  ingress,
} from './__testUtils__/contradictions';
import { controllerConflict as rule } from './controller-conflict';

describe('controller-conflict', () => {
  it.each([['x', 'medium']])('evidence %s: %s', (value, severity) => {
    const findings = contradictionFindings(
      rule,
      contradiction('controller-conflict', value),
    );
    expect(findings).toMatchObject([
      { ruleId: 'controller-conflict', severity, subject: ingress },
    ]);
    expect(findings[0].message).toMatch(/^One says this, the other that\. \w/);
  });

  it('leaves other contradictions to their own rules', () => {
    expect(
      contradictionFindings(rule, contradiction('class-conflict')),
    ).toEqual([]);
  });
});
