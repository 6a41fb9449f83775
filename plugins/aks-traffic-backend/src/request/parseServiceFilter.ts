import { InputError } from '@backstage/errors';
import { filterRef, ServiceFilter } from 'backstage-plugin-aks-traffic-common';
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
    owner: readRefs(query, 'owner'),
    catalogSystem: readRefs(query, 'catalogSystem'),
    retirement: query.texts('retirement'),
    state: query.words('state', states),
    search: query.text('search')?.trim() || undefined,
  };
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined),
  );
}

/** What references of a field look like. */
const examples = {
  owner: 'group:default/team-a, or team-a for short',
  catalogSystem: 'system:default/web-shop, or web-shop for short',
} as const;

/** Reads references, which people may write in short. */
function readRefs(
  query: QueryReader,
  field: keyof typeof examples,
): string[] | undefined {
  const refs = query.texts(field, { mayBeEmpty: true })?.map(value => {
    const ref = filterRef(field, value);
    if (ref === undefined) {
      throw new InputError(
        `Query parameter ${field} must be the reference of an entity, such as ${examples[field]}; an empty one stands for none`,
      );
    }
    return ref;
  });
  return refs && [...new Set(refs)];
}
