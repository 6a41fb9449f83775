import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { armName } from '../../azure/armId';
import { RouteTable } from '../../azure/facts';
import { armEvidence } from '../../objects/evidence';
import { PoolContext } from '../PoolContext';

const possible = 'Possible BGP default route, which no Azure row can show';

/**
 * A default route can also be learned from a gateway by BGP, and then is visible in no row. Where a gateway is within
 * reach and the route table does not refuse learned routes, the possibility is said; it is never taken for a fact.
 */
export function possibleLearnedRoute(
  context: PoolContext,
  table: RouteTable | undefined,
): Evidence[] {
  if (table?.disableBgpRoutePropagation === true) {
    return [];
  }
  const { azure, subnet } = context;
  const networkId = subnet.virtualNetworkId;
  if (networkId === undefined) {
    return [];
  }
  const gatewaySubnet = azure
    .subnetsOf(networkId)
    .find(candidate => candidate.name.toLowerCase() === 'gatewaysubnet');
  if (gatewaySubnet !== undefined) {
    return [
      armEvidence({
        armId: gatewaySubnet.armId,
        field: 'name',
        value: gatewaySubnet.name,
        meaning: `${possible}: the network has a gateway and learned routes are not refused`,
      }),
    ];
  }
  const peering = azure
    .virtualNetwork(networkId)
    ?.peerings?.find(candidate => candidate.useRemoteGateways === true);
  return peering === undefined
    ? []
    : [
        armEvidence({
          armId: networkId,
          field:
            'properties.virtualNetworkPeerings[].properties.useRemoteGateways',
          value: 'true',
          meaning: `${possible}: the gateway of ${armName(
            peering.remoteVirtualNetworkId ?? 'a peered network',
          )} is used and learned routes are not refused`,
        }),
      ];
}
