import { Waiver } from 'backstage-plugin-aks-traffic-common';
import { WaiverPageQuery } from '../store/waiverTypes';
import { QueryReader } from './QueryReader';
import { parseWaiverCursor } from './waiverCursor';

const states: Waiver['state'][] = ['active', 'expired', 'revoked'];

/**
 * Reads the query of `GET /waivers`.
 *
 * @throws InputError naming the parameter that is wrong.
 */
export function parseWaiverQuery(parameters: URLSearchParams): WaiverPageQuery {
  const query = new QueryReader(parameters, [
    'cluster',
    'namespace',
    'service',
    'state',
    'limit',
    'cursor',
  ]);
  const cursor = query.text('cursor');
  return {
    cluster: query.text('cluster'),
    namespace: query.text('namespace'),
    service: query.text('service'),
    state: query.word('state', states),
    limit: query.integer('limit', { least: 1, most: 500 }) ?? 100,
    ...(cursor !== undefined && { after: parseWaiverCursor(cursor) }),
  };
}
