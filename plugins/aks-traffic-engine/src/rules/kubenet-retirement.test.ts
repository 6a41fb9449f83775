import { clusterRow } from '../egress/__testUtils__/egressEstate';
import { ruleInput } from './__testUtils__/ruleInput';
import { kubenetRetirement as rule } from './kubenet-retirement';

describe('kubenet-retirement', () => {
  const findingsFor = (row: Parameters<typeof clusterRow>[0], now?: string) =>
    rule.cluster(ruleInput({ rows: [clusterRow(row)], now }));

  it.each([
    ['2026-11-22', 'low', /support ends on 2028-03-31/],
    ['2028-01-15', 'medium', /support ends on 2028-03-31/],
    ['2028-04-01', 'high', /ended on 2028-03-31 according to/],
  ])('at %s: %s', (now, severity, message) => {
    const findings = findingsFor(
      { network: { networkPlugin: 'kubenet' } },
      now,
    );
    expect(findings).toMatchObject([{ severity, deadline: '2028-03-31' }]);
    expect(findings[0].message).toMatch(message);
  });

  it('has nothing to say about Azure CNI', () => {
    expect(findingsFor({ network: { networkPlugin: 'azure' } })).toEqual([]);
  });

  it('is silent where the row of the cluster was not read', () => {
    expect(rule.cluster(ruleInput())).toEqual([]);
  });
});
