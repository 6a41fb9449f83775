import { clusterRow } from '../egress/__testUtils__/egressEstate';
import { ruleInput } from './__testUtils__/ruleInput';
import { nodePoolZones as rule } from './node-pool-zones';

const findings = (pools: unknown[]) =>
  rule.cluster(ruleInput({ rows: [clusterRow({ pools })] }));

describe('node-pool-zones', () => {
  it('names all pools in one finding', () => {
    const all = findings([
      { name: 'a' },
      { name: 'b', availabilityZones: ['1'] },
      { name: 'c', availabilityZones: ['1', '2'] },
    ]);
    expect(all).toMatchObject([{ severity: 'low' }]);
    expect(all[0].message).toContain('Pools a and b of cluster shop are in');
    expect(all[0].evidence).toHaveLength(2);
  });

  it('has nothing to say about pools in several zones, or without nodes', () => {
    expect(
      findings([
        { name: 'a', availabilityZones: ['1', '3'] },
        { name: 'b', count: 0 },
      ]),
    ).toEqual([]);
  });

  it('says nothing about a cluster that was not read', () => {
    expect(rule.cluster(ruleInput())).toEqual([]);
  });
});
