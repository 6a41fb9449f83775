import { clusterRow } from '../egress/__testUtils__/egressEstate';
import { ruleInput } from './__testUtils__/ruleInput';
import { networkPolicyManagerLinuxRetirement as rule } from './network-policy-manager-linux-retirement';

describe('network-policy-manager-linux-retirement', () => {
  const findingsFor = (row: Parameters<typeof clusterRow>[0], now?: string) =>
    rule.cluster(ruleInput({ rows: [clusterRow(row)], now }));

  const pools = [
    { name: 'lin', osType: 'Linux' },
    { name: 'win', osType: 'Windows' },
  ];

  it('names the pools of its operating system', () => {
    const findings = findingsFor({
      network: { networkPolicy: 'azure' },
      pools,
    });
    expect(findings).toMatchObject([
      { severity: 'low', deadline: '2028-09-30' },
    ]);
    expect(findings[0].message).toMatch(/Linux pool lin .* ends on 2028-09-30/);
  });

  it.each(['cilium', undefined])(
    'has nothing to say about engine %s',
    networkPolicy => {
      expect(findingsFor({ network: { networkPolicy }, pools })).toEqual([]);
    },
  );

  it('has nothing to say without such pools', () => {
    expect(
      findingsFor({
        network: { networkPolicy: 'azure' },
        pools: pools.filter(({ osType }) => osType !== 'Linux'),
      }),
    ).toEqual([]);
  });

  it('is silent where the row of the cluster was not read', () => {
    expect(rule.cluster(ruleInput())).toEqual([]);
  });
});
