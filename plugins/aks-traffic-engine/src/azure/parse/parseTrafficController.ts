import { ResourceRow } from '../../model/estate';
import { parentArmId } from '../armId';
import {
  TrafficController,
  TrafficControllerAssociation,
  TrafficControllerFrontend,
} from '../facts';
import { rowIdList, rowText } from '../rowFields';
import { parseResource } from './parseResource';

/** Reads a row of type `microsoft.servicenetworking/trafficcontrollers`. */
export function parseTrafficController(row: ResourceRow): TrafficController {
  return {
    ...parseResource(row),
    frontendIds: rowIdList(row.properties, 'frontends'),
    associationIds: rowIdList(row.properties, 'associations'),
    securityPolicyIds: rowIdList(row.properties, 'securityPolicies'),
  };
}

/** Reads a row of type `microsoft.servicenetworking/trafficcontrollers/frontends`. */
export function parseTrafficControllerFrontend(
  row: ResourceRow,
): TrafficControllerFrontend {
  return {
    ...parseResource(row),
    trafficControllerId: parentArmId(row.id),
    fqdn: rowText(row.properties, 'fqdn'),
    publicNetworkAccess: rowText(row.properties, 'publicNetworkAccess'),
  };
}

/** Reads a row of type `microsoft.servicenetworking/trafficcontrollers/associations`. */
export function parseTrafficControllerAssociation(
  row: ResourceRow,
): TrafficControllerAssociation {
  return {
    ...parseResource(row),
    trafficControllerId: parentArmId(row.id),
    subnetId: rowText(row.properties, 'subnet.id'),
  };
}
