import { ResourceRow } from '../../model/estate';
import { LoadBalancer } from '../facts';
import { optionalRowList, rowList, rowText } from '../rowFields';
import { parseResource } from './parseResource';

/** Reads a row of type `microsoft.network/loadbalancers`. Public addresses are filled in by the index. */
export function parseLoadBalancer(row: ResourceRow): LoadBalancer {
  const resource = parseResource(row);
  return {
    ...resource,
    sku: rowText(row, 'sku.name'),
    frontends: rowList(row.properties, 'frontendIPConfigurations').map(
      entry => ({
        loadBalancerId: resource.armId,
        loadBalancerName: resource.name,
        resourceGroup: resource.resourceGroup,
        id: rowText(entry, 'id'),
        name: rowText(entry, 'name') ?? '',
        publicIpId: rowText(entry, 'properties.publicIPAddress.id'),
        publicIpPrefixId: rowText(entry, 'properties.publicIPPrefix.id'),
        privateAddress: rowText(entry, 'properties.privateIPAddress'),
        subnetId: rowText(entry, 'properties.subnet.id'),
        rules: optionalRowList(entry, 'properties.loadBalancingRules')?.length,
        outboundRules: optionalRowList(entry, 'properties.outboundRules')
          ?.length,
      }),
    ),
  };
}
