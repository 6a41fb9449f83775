import { Waiver, WaiverQuery } from 'backstage-plugin-aks-traffic-common';
import { QueryReader } from './QueryReader';

const states: Waiver['state'][] = ['active', 'expired', 'revoked'];

/**
 * Reads the query of `GET /waivers`.
 *
 * @throws InputError naming the parameter that is wrong.
 */
export function parseWaiverQuery(parameters: URLSearchParams): WaiverQuery {
  const query = new QueryReader(parameters, [
    'cluster',
    'namespace',
    'service',
    'state',
  ]);
  return {
    cluster: query.text('cluster'),
    namespace: query.text('namespace'),
    service: query.text('service'),
    state: query.word('state', states),
  };
}
