import {
  azureRow,
  clusterRow,
  net,
  nodesSubnetId,
  subnetRow,
} from '../egress/__testUtils__/egressEstate';
import { ResourceRow } from '../model/estate';
import { ruleInput } from './__testUtils__/ruleInput';
import { egressAddressOwnership as rule } from './egress-address-ownership';

const findings = (...rows: ResourceRow[]) => rule.cluster(ruleInput({ rows }));

const byLoadBalancer = (profile: unknown) =>
  findings(
    clusterRow({ network: { loadBalancerProfile: profile } }),
    subnetRow(),
  );

const perNode = (prefix: string | undefined) =>
  findings(
    clusterRow({
      pools: [
        {
          name: 'user',
          vnetSubnetID: nodesSubnetId,
          enableNodePublicIP: true,
          nodePublicIPPrefixID: prefix,
        },
      ],
    }),
    subnetRow(),
  );

describe('egress-address-ownership', () => {
  it('notes addresses that AKS makes', () => {
    expect(byLoadBalancer({ managedOutboundIPs: { count: 1 } })).toMatchObject([
      { severity: 'info' },
    ]);
    expect(
      findings(
        clusterRow({
          outboundType: 'managedNATGateway',
          network: { natGatewayProfile: { sku: 'StandardV2' } },
        }),
        subnetRow({ natGateway: { id: net('natGateways/nat') } }),
        azureRow(net('natGateways/nat')),
      ),
    ).toHaveLength(1);
  });

  it('has nothing to say about addresses and prefixes of your own', () => {
    expect(
      byLoadBalancer({
        outboundIPPrefixes: {
          publicIPPrefixes: [{ id: net('publicIPPrefixes/own') }],
        },
      }),
    ).toEqual([]);
    expect(
      findings(
        clusterRow({ outboundType: 'userAssignedNATGateway' }),
        subnetRow({ natGateway: { id: net('natGateways/nat') } }),
        azureRow(net('natGateways/nat')),
      ),
    ).toEqual([]);
  });

  it('finds addresses of single nodes, unless they come from a prefix', () => {
    expect(perNode(undefined)).toMatchObject([{ severity: 'low' }]);
    expect(perNode(net('publicIPPrefixes/nodes'))).toEqual([]);
  });

  it('says nothing where the row has no outbound profile', () => {
    expect(byLoadBalancer(undefined)).toEqual([]);
  });
});
