import { InputError } from '@backstage/errors';
import { PatternQuery } from 'backstage-plugin-aks-traffic-common';
import { QueryReader } from './QueryReader';

/**
 * Reads the query of `GET /patterns`.
 *
 * @throws InputError naming the parameter that is wrong or missing.
 */
export function parsePatternQuery(parameters: URLSearchParams): PatternQuery {
  const query = new QueryReader(parameters, [
    'cluster',
    'environment',
    'exposure',
  ]);
  const cluster = query.text('cluster');
  if (cluster === undefined) {
    throw new InputError(
      'Query parameter cluster is missing: it must be the name of a cluster',
    );
  }
  return {
    cluster,
    environment: query.text('environment'),
    exposure: query.word('exposure', ['public', 'internal', 'cluster-only']),
  };
}
