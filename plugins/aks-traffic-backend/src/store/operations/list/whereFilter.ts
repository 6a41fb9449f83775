import { ServiceFilter } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { toColumnText } from '../../conversion';

/** Columns that hold one value, by the field that asks for it. */
const single = {
  cluster: 'cluster',
  namespace: 'namespace',
  exposure: 'exposure',
  risk: 'risk',
  effort: 'effort',
  owner: 'owner',
  catalogSystem: 'catalog_system',
  state: 'state',
} as const;

/** Columns that hold words, by the field that asks for one. */
const several = {
  system: 'systems',
  egress: 'egress',
  retirement: 'retirements',
} as const;

/** Keeps the rows that a filter asks for: values of one field are alternatives, fields narrow each other. */
export function whereFilter(
  builder: Knex.QueryBuilder,
  filter: ServiceFilter,
): void {
  for (const field of Object.keys(single) as (keyof typeof single)[]) {
    const values = filter[field];
    if (values) {
      builder.whereIn(`list.${single[field]}`, values.map(toColumnText));
    }
  }
  for (const field of Object.keys(several) as (keyof typeof several)[]) {
    const values = filter[field];
    if (values) {
      builder.andWhere(any => {
        for (const value of values) {
          whereHasWord(any, `list.${several[field]}`, value);
        }
        return any;
      });
    }
  }
  if (filter.search !== undefined) {
    const part = literal(filter.search.toLowerCase());
    builder.whereRaw(`list.search like ? escape '!'`, [`%${part}%`]);
  }
}

/** `none` asks for rows without a word. */
function whereHasWord(
  builder: Knex.QueryBuilder,
  column: string,
  word: string,
): void {
  if (word === 'none') {
    builder.orWhere(column, '');
  } else {
    const part = literal(word);
    builder.orWhereRaw(`?? like ? escape '!'`, [column, `%,${part},%`]);
  }
}

/** A text as a pattern that matches nothing else. */
function literal(text: string): string {
  return toColumnText(text).replace(/[!%_]/g, '!$&');
}
