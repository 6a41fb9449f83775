import { clusterRow } from '../egress/__testUtils__/egressEstate';
import { ruleInput } from './__testUtils__/ruleInput';
import { availabilitySetRetirement as rule } from './availability-set-retirement';

describe('availability-set-retirement', () => {
  const findingsFor = (row: Parameters<typeof clusterRow>[0], now?: string) =>
    rule.cluster(ruleInput({ rows: [clusterRow(row)], now }));

  it('names the pools', () => {
    const findings = findingsFor({
      pools: [
        { name: 'old', type: 'AvailabilitySet' },
        { name: 'new', type: 'VirtualMachineScaleSets' },
        { name: 'older', type: 'availabilityset' },
      ],
    });
    expect(findings).toMatchObject([
      { severity: 'high', deadline: '2025-09-30' },
    ]);
    expect(findings[0].message).toContain('node pools old and older');
  });

  it('has nothing to say about other types', () => {
    expect(
      findingsFor({ pools: [{ name: 'new', type: 'VirtualMachines' }] }),
    ).toEqual([]);
  });

  it('is silent where the row of the cluster was not read', () => {
    expect(rule.cluster(ruleInput())).toEqual([]);
  });
});
