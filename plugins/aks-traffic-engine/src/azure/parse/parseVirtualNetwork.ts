import { ResourceRow } from '../../model/estate';
import { armIdParts, parentArmId } from '../armId';
import { Subnet, VirtualNetwork } from '../facts';
import {
  optionalRowList,
  rowBoolean,
  rowList,
  rowText,
  rowTextList,
} from '../rowFields';
import { parseResource } from './parseResource';

/** Reads a row of type `microsoft.network/virtualnetworks`, without its subnets. */
export function parseVirtualNetwork(row: ResourceRow): VirtualNetwork {
  const peerings = optionalRowList(
    row.properties,
    'virtualNetworkPeerings',
  )?.map(peering => ({
    remoteVirtualNetworkId: rowText(
      peering,
      'properties.remoteVirtualNetwork.id',
    ),
    useRemoteGateways: rowBoolean(peering, 'properties.useRemoteGateways'),
    state: rowText(peering, 'properties.peeringState'),
  }));
  return {
    ...parseResource(row),
    addressPrefixes: rowTextList(
      row.properties,
      'addressSpace.addressPrefixes',
    ),
    dnsServers: rowTextList(row.properties, 'dhcpOptions.dnsServers'),
    ...(peerings && { peerings }),
  };
}

/** The subnets that a virtual network's row carries inline. */
export function parseInlineSubnets(row: ResourceRow): Subnet[] {
  const subnets: Subnet[] = [];
  for (const entry of rowList(row.properties, 'subnets')) {
    const name = rowText(entry, 'name');
    const armId = rowText(entry, 'id') ?? (name && `${row.id}/subnets/${name}`);
    if (armId !== undefined) {
      subnets.push(
        subnetFrom({ armId, name, properties: subnetProperties(entry) }),
      );
    }
  }
  return subnets;
}

/** Reads a row of type `microsoft.network/virtualnetworks/subnets`. */
export function parseSubnet(row: ResourceRow): Subnet {
  return subnetFrom({
    armId: row.id,
    name: rowText(row, 'name'),
    properties: row.properties,
  });
}

function subnetProperties(entry: unknown): unknown {
  return (entry as { properties?: unknown } | undefined)?.properties;
}

function subnetFrom(options: {
  armId: string;
  name: string | undefined;
  properties: unknown;
}): Subnet {
  const { armId, name, properties } = options;
  const parts = armIdParts(armId);
  const prefix = rowText(properties, 'addressPrefix');
  return {
    armId,
    name: name ?? parts.name,
    subscriptionId: parts.subscriptionId,
    resourceGroup: parts.resourceGroup,
    virtualNetworkId: parentArmId(armId),
    addressPrefixes: [
      ...(prefix === undefined ? [] : [prefix]),
      ...rowTextList(properties, 'addressPrefixes'),
    ],
    natGatewayId: rowText(properties, 'natGateway.id'),
    routeTableId: rowText(properties, 'routeTable.id'),
    defaultOutboundAccess: rowBoolean(properties, 'defaultOutboundAccess'),
    delegations: rowList(properties, 'delegations').flatMap(
      entry => rowText(entry, 'properties.serviceName') ?? [],
    ),
  };
}
