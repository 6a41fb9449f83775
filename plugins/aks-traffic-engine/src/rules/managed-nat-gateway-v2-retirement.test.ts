import { clusterRow } from '../egress/__testUtils__/egressEstate';
import { ruleInput } from './__testUtils__/ruleInput';
import { managedNatGatewayV2Retirement as rule } from './managed-nat-gateway-v2-retirement';

describe('managed-nat-gateway-v2-retirement', () => {
  it.each([
    ['managedNATGatewayV2', 1],
    ['ManagedNatGatewayV2', 1],
    ['managedNATGateway', 0],
    ['loadBalancer', 0],
    [undefined, 0],
  ])('of outbound type %s: %s', (outboundType, count) => {
    const findings = rule.cluster(
      ruleInput({ rows: [clusterRow({ network: { outboundType } })] }),
    );
    expect(findings).toHaveLength(count);
    for (const finding of findings) {
      expect(finding).toMatchObject({
        severity: 'info',
        retirement: 'RET-MNGV2',
        evidence: [{ value: outboundType }],
      });
      expect(finding.deadline).toBeUndefined();
    }
  });

  it('is silent where the row of the cluster was not read', () => {
    expect(rule.cluster(ruleInput())).toEqual([]);
  });
});
