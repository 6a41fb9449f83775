import { ResourceRow } from '../../model/estate';
import { NatGateway, PublicIp, PublicIpPrefix } from '../facts';
import { rowIdList, rowTag, rowText } from '../rowFields';
import { parseResource } from './parseResource';

/** Reads a row of type `microsoft.network/natgateways`. */
export function parseNatGateway(row: ResourceRow): NatGateway {
  return {
    ...parseResource(row),
    sku: rowText(row, 'sku.name'),
    publicIpIds: rowIdList(row.properties, 'publicIpAddresses'),
    publicIpPrefixIds: rowIdList(row.properties, 'publicIpPrefixes'),
    subnetIds: rowIdList(row.properties, 'subnets'),
  };
}

/** Reads a row of type `microsoft.network/publicipaddresses`. */
export function parsePublicIp(row: ResourceRow): PublicIp {
  const owners =
    rowTag(row, 'k8s-azure-service') ?? rowTag(row, 'service') ?? '';
  return {
    ...parseResource(row),
    address: rowText(row.properties, 'ipAddress'),
    sku: rowText(row, 'sku.name'),
    natGatewayId: rowText(row.properties, 'natGateway.id'),
    ipConfigurationId: rowText(row.properties, 'ipConfiguration.id'),
    prefixId: rowText(row.properties, 'publicIPPrefix.id'),
    serviceOwners: owners
      .split(',')
      .map(owner => owner.trim())
      .filter(owner => owner !== ''),
    clusterTag:
      rowTag(row, 'k8s-azure-cluster-name') ??
      rowTag(row, 'kubernetes-cluster-name'),
    dnsFqdn: rowText(row.properties, 'dnsSettings.fqdn'),
  };
}

/** Reads a row of type `microsoft.network/publicipprefixes`. */
export function parsePublicIpPrefix(row: ResourceRow): PublicIpPrefix {
  return {
    ...parseResource(row),
    prefix: rowText(row.properties, 'ipPrefix'),
    sku: rowText(row, 'sku.name'),
  };
}
