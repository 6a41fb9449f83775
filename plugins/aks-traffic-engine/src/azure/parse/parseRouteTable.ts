import { ResourceRow } from '../../model/estate';
import { Route, RouteTable } from '../facts';
import { RowShapeError, rowBoolean, rowList, rowText } from '../rowFields';
import { parseResource } from './parseResource';

/** Reads a row of type `microsoft.network/routetables`. */
export function parseRouteTable(row: ResourceRow): RouteTable {
  return {
    ...parseResource(row),
    routes: rowList(row.properties, 'routes').map(parseRoute),
    disableBgpRoutePropagation: rowBoolean(
      row.properties,
      'disableBgpRoutePropagation',
    ),
  };
}

function parseRoute(entry: unknown): Route {
  const addressPrefix = rowText(entry, 'properties.addressPrefix');
  const nextHopType = rowText(entry, 'properties.nextHopType');
  if (addressPrefix === undefined || nextHopType === undefined) {
    throw new RowShapeError('routes[].properties', 'a route');
  }
  return {
    name: rowText(entry, 'name'),
    addressPrefix,
    nextHopType,
    nextHopIpAddress: rowText(entry, 'properties.nextHopIpAddress'),
  };
}
