import { EgressKind } from 'backstage-plugin-aks-traffic-common';
import { clusterRow, workloadOf } from '../egress/__testUtils__/egressEstate';
import { ruleInput, serviceDraft } from './__testUtils__/ruleInput';
import { egressControl as rule } from './egress-control';

function findings(
  kind: EgressKind,
  eastWest = { networkPolicy: 'none', meshMtls: 'none' },
  rows = [clusterRow()],
) {
  return rule.cluster(
    ruleInput({
      rows,
      services: [
        serviceDraft({
          workloads: [workloadOf()],
          egress: [
            {
              kind,
              hops: [],
              publicIps: [],
              nodePools: ['user'],
              evidence: [],
            },
          ],
          eastWest,
        }),
      ],
    }),
  );
}

describe('egress-control', () => {
  it('finds workloads that nothing holds back', () => {
    expect(findings('nat-gateway')).toMatchObject([{ severity: 'low' }]);
  });

  it.each([
    'azure-firewall',
    'network-virtual-appliance',
    'no-internet',
    'unknown',
  ] as const)('has nothing to say about %s', kind => {
    expect(findings(kind)).toEqual([]);
  });

  it('takes policies that deny outwards for control', () => {
    const eastWest = (networkPolicy: string) => ({
      networkPolicy,
      meshMtls: 'none',
    });
    expect(
      findings('load-balancer', eastWest('default-deny (ingress, egress)')),
    ).toEqual([]);
    expect(
      findings('load-balancer', eastWest('default-deny (ingress)')),
    ).toHaveLength(1);
    expect(findings('load-balancer', eastWest('unknown'))).toEqual([]);
  });

  it('does not judge members of a mesh, whose rules for going out are not read', () => {
    expect(
      findings('nat-gateway', { networkPolicy: 'none', meshMtls: 'strict' }),
    ).toEqual([]);
  });

  it('says nothing about clusters that were not read', () => {
    expect(findings('nat-gateway', undefined, [])).toEqual([]);
  });
});
