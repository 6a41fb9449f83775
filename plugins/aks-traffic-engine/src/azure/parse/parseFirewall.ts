import { ResourceRow } from '../../model/estate';
import { AzureFirewall, VirtualHub } from '../facts';
import { rowList, rowText } from '../rowFields';
import { parseDestinationNat } from './parseDestinationNat';
import { parseResource } from './parseResource';

/** Reads a row of type `microsoft.network/azurefirewalls`, in a virtual network or in a virtual hub. */
export function parseFirewall(row: ResourceRow): AzureFirewall {
  const properties = row.properties;
  const configurations = rowList(properties, 'ipConfigurations');
  return {
    ...parseResource(row),
    tier: rowText(properties, 'sku.tier'),
    privateAddresses: [
      ...configurations.flatMap(
        entry => rowText(entry, 'properties.privateIPAddress') ?? [],
      ),
      ...optional(rowText(properties, 'hubIPAddresses.privateIPAddress')),
    ],
    publicIpIds: configurations.flatMap(
      entry => rowText(entry, 'properties.publicIPAddress.id') ?? [],
    ),
    publicAddresses: rowList(
      properties,
      'hubIPAddresses.publicIPs.addresses',
    ).flatMap(entry => rowText(entry, 'address') ?? []),
    subnetIds: configurations.flatMap(
      entry => rowText(entry, 'properties.subnet.id') ?? [],
    ),
    virtualHubId: rowText(properties, 'virtualHub.id'),
    policyId: rowText(properties, 'firewallPolicy.id'),
    destinationNat: parseDestinationNat(
      rowList(properties, 'natRuleCollections').flatMap(collection =>
        rowList(collection, 'properties.rules'),
      ),
    ),
  };
}

/** Reads a row of type `microsoft.network/virtualhubs`. */
export function parseVirtualHub(row: ResourceRow): VirtualHub {
  return {
    ...parseResource(row),
    firewallId: rowText(row.properties, 'azureFirewall.id'),
  };
}

function optional(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}
