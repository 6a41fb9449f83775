import { ServiceFilter } from 'backstage-plugin-aks-traffic-common';
import { ServiceOrder } from '../store/listTypes';
import { defaultOrder } from './parseListQuery';
import { parseOrder } from './parseOrder';
import { filterParameters, parseServiceFilter } from './parseServiceFilter';
import { QueryReader } from './QueryReader';

/** Which Services a request wants in a file. */
export interface ExportRequest {
  filter: ServiceFilter;
  orderBy: ServiceOrder;
}

/**
 * Reads the query of the exports.
 *
 * @throws InputError naming the parameter that is wrong.
 */
export function parseExportQuery(parameters: URLSearchParams): ExportRequest {
  const query = new QueryReader(parameters, [...filterParameters, 'orderBy']);
  return {
    filter: parseServiceFilter(query),
    orderBy: parseOrder(query) ?? defaultOrder,
  };
}
