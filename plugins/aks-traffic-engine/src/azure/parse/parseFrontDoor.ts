import { ResourceRow } from '../../model/estate';
import { FrontDoorClassic, FrontDoorOrigin, FrontDoorProfile } from '../facts';
import { rowList, rowText } from '../rowFields';
import { parseResource } from './parseResource';

/** Reads a row of type `microsoft.cdn/profiles`. */
export function parseFrontDoorProfile(row: ResourceRow): FrontDoorProfile {
  return { ...parseResource(row), sku: rowText(row, 'sku.name') };
}

/** Reads a row of type `microsoft.cdn/profiles/origingroups/origins`. */
export function parseFrontDoorOrigin(row: ResourceRow): FrontDoorOrigin {
  return {
    ...parseResource(row),
    profileId: /^.*\/profiles\/[^/]+/i.exec(row.id)?.[0],
    hostName: rowText(row.properties, 'hostName'),
    privateLinkServiceId: rowText(
      row.properties,
      'sharedPrivateLinkResource.privateLink.id',
    ),
    privateLinkStatus: rowText(
      row.properties,
      'sharedPrivateLinkResource.status',
    ),
  };
}

/** Reads a row of type `microsoft.network/frontdoors`, the classic Front Door. */
export function parseFrontDoorClassic(row: ResourceRow): FrontDoorClassic {
  return {
    ...parseResource(row),
    backendAddresses: rowList(row.properties, 'backendPools').flatMap(pool =>
      rowList(pool, 'properties.backends').flatMap(
        backend => rowText(backend, 'address') ?? [],
      ),
    ),
  };
}
