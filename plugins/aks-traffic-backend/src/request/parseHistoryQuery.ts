import { ServiceFilter } from 'backstage-plugin-aks-traffic-common';
import { filterParameters, parseServiceFilter } from './parseServiceFilter';
import { QueryReader } from './QueryReader';

/** Which time series a request asks for. */
export interface HistoryRequest {
  filter: ServiceFilter;
  /** How many days, today included. */
  days: number;
}

/**
 * Reads the query of `GET /history`.
 *
 * @throws InputError naming the parameter that is wrong.
 */
export function parseHistoryQuery(parameters: URLSearchParams): HistoryRequest {
  const query = new QueryReader(parameters, [...filterParameters, 'days']);
  return {
    filter: parseServiceFilter(query),
    days: query.integer('days', { least: 1, most: 730 }) ?? 90,
  };
}
