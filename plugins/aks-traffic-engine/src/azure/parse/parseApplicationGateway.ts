import { ResourceRow } from '../../model/estate';
import { ApplicationGateway } from '../facts';
import {
  rowBoolean,
  rowList,
  rowNumber,
  rowObject,
  rowTag,
  rowText,
} from '../rowFields';
import { parseApplicationGatewayBackends } from './parseApplicationGatewayBackends';
import { parseResource } from './parseResource';

/** Reads a row of type `microsoft.network/applicationgateways`. Public addresses are filled in by the index. */
export function parseApplicationGateway(row: ResourceRow): ApplicationGateway {
  const properties = row.properties;
  const wafPolicyId = rowText(properties, 'firewallPolicy.id');
  const autoscale = rowObject(properties, 'autoscaleConfiguration');
  return {
    ...parseResource(row),
    tier: rowText(properties, 'sku.tier'),
    wafPolicyId,
    wafEnabled:
      wafPolicyId !== undefined
        ? true
        : rowBoolean(properties, 'webApplicationFirewallConfiguration.enabled'),
    frontends: rowList(properties, 'frontendIPConfigurations').map(entry => ({
      name: rowText(entry, 'name') ?? '',
      publicIpId: rowText(entry, 'properties.publicIPAddress.id'),
      privateAddress: rowText(entry, 'properties.privateIPAddress'),
    })),
    subnetIds: rowList(properties, 'gatewayIPConfigurations').flatMap(
      entry => rowText(entry, 'properties.subnet.id') ?? [],
    ),
    backends: parseApplicationGatewayBackends(properties),
    clusterIds: (rowTag(row, 'ingress-for-aks-cluster-id') ?? '')
      .split(',')
      .map(id => id.trim())
      .filter(id => id !== ''),
    ...(autoscale && {
      autoscale: {
        minimum: rowNumber(autoscale, 'minCapacity'),
        maximum: rowNumber(autoscale, 'maxCapacity'),
      },
    }),
  };
}
