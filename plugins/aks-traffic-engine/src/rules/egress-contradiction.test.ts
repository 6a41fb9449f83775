import {
  azureRow,
  clusterRow,
  net,
  nodesSubnetId,
  subnetRow,
  vnetId,
} from '../egress/__testUtils__/egressEstate';
import { egressContradiction } from './egress-contradiction';
import { ruleInput } from './__testUtils__/ruleInput';

describe('egress-contradiction', () => {
  it('is one finding for all pools with the same one', () => {
    const other = `${vnetId}/subnets/other`;
    const findings = egressContradiction.cluster(
      ruleInput({
        rows: [
          clusterRow({
            outboundType: 'userAssignedNATGateway',
            pools: [
              { name: 'a', vnetSubnetID: nodesSubnetId },
              { name: 'b', vnetSubnetID: other },
              { name: 'c', vnetSubnetID: `${vnetId}/subnets/fine` },
            ],
          }),
          subnetRow(),
          subnetRow({}, other),
          subnetRow(
            { natGateway: { id: net('natGateways/nat') } },
            `${vnetId}/subnets/fine`,
          ),
          azureRow(net('natGateways/nat')),
        ],
      }),
    );
    expect(findings).toMatchObject([{ severity: 'medium' }]);
    expect(findings[0].message).toBe(
      'Cluster shop has outbound type userAssignedNATGateway, but pools a and b have no NAT gateway. Traffic does not leave by the addresses that were planned. Attach the NAT gateway.',
    );
  });
});
