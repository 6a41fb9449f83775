import { ResourceRow } from '../../model/estate';
import { parentArmId } from '../armId';
import { PrivateEndpoint, PrivateLinkService } from '../facts';
import { rowIdList, rowList, rowTag, rowText, rowTextList } from '../rowFields';
import { parseResource } from './parseResource';

/** Reads a row of type `microsoft.network/privatelinkservices`. */
export function parsePrivateLinkService(row: ResourceRow): PrivateLinkService {
  const properties = row.properties;
  return {
    ...parseResource(row),
    ownerService: rowTag(row, 'k8s-azure-owner-service'),
    clusterTag: rowTag(row, 'k8s-azure-cluster-name'),
    alias: rowText(properties, 'alias'),
    frontendIds: rowIdList(properties, 'loadBalancerFrontendIpConfigurations'),
    visibility: rowTextList(properties, 'visibility.subscriptions'),
    autoApproval: rowTextList(properties, 'autoApproval.subscriptions'),
    connections: rowList(properties, 'privateEndpointConnections').map(
      entry => ({
        privateEndpointId: rowText(entry, 'properties.privateEndpoint.id'),
        status: rowText(
          entry,
          'properties.privateLinkServiceConnectionState.status',
        ),
      }),
    ),
  };
}

/** Reads a row of type `microsoft.network/privateendpoints`. */
export function parsePrivateEndpoint(row: ResourceRow): PrivateEndpoint {
  const properties = row.properties;
  const connections = [
    ...rowList(properties, 'privateLinkServiceConnections'),
    ...rowList(properties, 'manualPrivateLinkServiceConnections'),
  ];
  return {
    ...parseResource(row),
    subnetId: rowText(properties, 'subnet.id'),
    targets: connections.flatMap(entry => {
      const serviceId = rowText(entry, 'properties.privateLinkServiceId');
      return serviceId === undefined
        ? []
        : {
            serviceId,
            groupIds: rowTextList(entry, 'properties.groupIds'),
            status: rowText(
              entry,
              'properties.privateLinkServiceConnectionState.status',
            ),
          };
    }),
    fqdns: rowList(properties, 'customDnsConfigs').flatMap(
      entry => rowText(entry, 'fqdn') ?? [],
    ),
  };
}

/** The zone and the network that a row of type `microsoft.network/privatednszones/virtualnetworklinks` ties. */
export function parsePrivateDnsZoneLink(row: ResourceRow): {
  zoneId?: string;
  virtualNetworkId?: string;
} {
  return {
    zoneId: parentArmId(row.id),
    virtualNetworkId: rowText(row.properties, 'virtualNetwork.id'),
  };
}
