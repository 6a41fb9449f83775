import { ArmResource } from '../../types';

/** Where a resource lives. */
export interface RowPlace {
  tenantId: string;
  subscriptionId: string;
  resourceGroup: string;
  location: string;
}

/** Type and name pairs below a provider: `['virtualNetworks', 'vnet-1']`. */
export type RowPath = string[];

export function armId(
  place: Pick<RowPlace, 'subscriptionId' | 'resourceGroup'>,
  provider: string,
  ...path: RowPath
): string {
  return `/subscriptions/${place.subscriptionId}/resourceGroups/${
    place.resourceGroup
  }/providers/${provider}/${path.join('/')}`;
}

/** A resource as Resource Graph returns it: type and resource group in lower case. */
export function createRow(
  options: {
    place: RowPlace;
    provider?: string;
    path: RowPath;
    properties: Record<string, unknown>;
  } & Pick<ArmResource, 'sku' | 'tags' | 'kind'>,
): ArmResource {
  const { place, provider = 'Microsoft.Network', path, properties } = options;
  const types = path.filter((_, index) => index % 2 === 0);
  return {
    id: armId(place, provider, ...path),
    name: path[path.length - 1],
    type: [provider, ...types].join('/').toLowerCase(),
    tenantId: place.tenantId,
    subscriptionId: place.subscriptionId,
    resourceGroup: place.resourceGroup.toLowerCase(),
    location: place.location,
    ...(options.kind && { kind: options.kind }),
    ...(options.sku && { sku: options.sku }),
    ...(options.tags && { tags: options.tags }),
    properties: { provisioningState: 'Succeeded', ...properties },
  };
}

export function publicAddressRow(options: {
  place: RowPlace;
  name: string;
  address: string;
  tags?: Record<string, string>;
  properties?: Record<string, unknown>;
}): ArmResource {
  const { place, name, address, tags, properties } = options;
  return createRow({
    place,
    path: ['publicIPAddresses', name],
    sku: { name: 'Standard', tier: 'Regional' },
    tags,
    properties: {
      ipAddress: address,
      publicIPAddressVersion: 'IPv4',
      publicIPAllocationMethod: 'Static',
      ...properties,
    },
  });
}

/** A network with one subnet for nodes. */
export function networkRow(options: {
  place: RowPlace;
  name: string;
  space: string;
  subnet: { name: string; properties: Record<string, unknown> };
  peerings?: { name: string; remote: string }[];
}): ArmResource {
  const { place, name, space, subnet, peerings = [] } = options;
  const id = armId(place, 'Microsoft.Network', 'virtualNetworks', name);
  return createRow({
    place,
    path: ['virtualNetworks', name],
    properties: {
      addressSpace: { addressPrefixes: [space] },
      subnets: [
        {
          id: `${id}/subnets/${subnet.name}`,
          name: subnet.name,
          properties: { addressPrefix: space, ...subnet.properties },
        },
      ],
      virtualNetworkPeerings: peerings.map(peering => ({
        id: `${id}/virtualNetworkPeerings/${peering.name}`,
        name: peering.name,
        properties: {
          peeringState: 'Connected',
          allowForwardedTraffic: true,
          remoteVirtualNetwork: { id: peering.remote },
        },
      })),
    },
  });
}
