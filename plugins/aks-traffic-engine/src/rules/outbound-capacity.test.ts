import {
  azureRow,
  clusterRow,
  net,
  nodesSubnetId,
  subnetRow,
} from '../egress/__testUtils__/egressEstate';
import { ruleInput } from './__testUtils__/ruleInput';
import { outboundCapacity as rule } from './outbound-capacity';

function behindNat(sku: string, zones: string[]) {
  return rule.cluster(
    ruleInput({
      rows: [
        clusterRow({
          outboundType: 'userAssignedNATGateway',
          pools: [
            {
              name: 'user',
              vnetSubnetID: nodesSubnetId,
              availabilityZones: zones,
            },
          ],
        }),
        subnetRow({ natGateway: { id: net('natGateways/nat') } }),
        azureRow(net('natGateways/nat'), {}, { sku: { name: sku } }),
      ],
    }),
  );
}

function behindLoadBalancer(allocatedOutboundPorts: number | undefined) {
  return rule.cluster(
    ruleInput({
      rows: [
        clusterRow({
          network: { loadBalancerProfile: { allocatedOutboundPorts } },
        }),
        subnetRow(),
      ],
    }),
  );
}

describe('outbound-capacity', () => {
  it('finds nodes in several zones behind a gateway in one', () => {
    expect(behindNat('Standard', ['1', '2'])).toMatchObject([
      { severity: 'low', subject: { armId: net('natGateways/nat') } },
    ]);
  });

  it('has nothing to say about zone-redundant gateways, nor about nodes in one zone', () => {
    expect(behindNat('StandardV2', ['1', '2'])).toEqual([]);
    expect(behindNat('Standard', ['1'])).toEqual([]);
  });

  it('notes ports of the load balancer that were left to the default', () => {
    expect(behindLoadBalancer(0)).toMatchObject([{ severity: 'info' }]);
    expect(behindLoadBalancer(4000)).toEqual([]);
    expect(behindLoadBalancer(undefined)).toEqual([]);
  });
});
