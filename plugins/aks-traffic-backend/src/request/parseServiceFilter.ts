import { ServiceFilter } from 'backstage-plugin-aks-traffic-common';
import { QueryReader } from './QueryReader';
import {
  efforts,
  egressKinds,
  exposures,
  risks,
  states,
  systems,
} from './vocabulary';

/** The parameters that make up a filter. */
export const filterParameters = [
  'cluster',
  'namespace',
  'system',
  'exposure',
  'egress',
  'risk',
  'effort',
  'owner',
  'catalogSystem',
  'retirement',
  'state',
  'search',
] as const satisfies readonly (keyof ServiceFilter)[];

/** Reads which Services to list or count. */
export function parseServiceFilter(query: QueryReader): ServiceFilter {
  const filter: Record<keyof ServiceFilter, unknown> = {
    cluster: query.texts('cluster'),
    namespace: query.texts('namespace'),
    system: query.words('system', [...systems, 'none']),
    exposure: query.words('exposure', exposures),
    egress: query.words('egress', egressKinds),
    risk: query.words('risk', risks),
    effort: query.words('effort', efforts),
    owner: query.texts('owner', { mayBeEmpty: true }),
    catalogSystem: query.texts('catalogSystem', { mayBeEmpty: true }),
    retirement: query.texts('retirement'),
    state: query.words('state', states),
    search: query.text('search')?.trim() || undefined,
  };
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined),
  );
}
