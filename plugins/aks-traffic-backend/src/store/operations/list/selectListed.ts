import { Knex } from 'knex';
import { ListScope, Visibility } from '../../listTypes';
import { whereConditions } from './whereConditions';
import { whereFilter } from './whereFilter';

/**
 * The rows of the list that match and that a caller may see, as `list`: one for each Service, under the entity that
 * claims it most exactly among those the caller may read. Services that are gone are among them.
 */
export function selectListed(
  tx: Knex,
  { filter, visibility }: ListScope,
): Knex.QueryBuilder {
  const builder = tx('service_list as list');
  whereVisible(builder, tx, visibility);
  whereFilter(builder, filter);
  return builder;
}

/** The same, of Services that are there. */
export function selectPresent(tx: Knex, scope: ListScope): Knex.QueryBuilder {
  return selectListed(tx, scope).whereNull('list.gone_on');
}

function whereVisible(
  builder: Knex.QueryBuilder,
  tx: Knex,
  { entities, unclaimed, conditions }: Visibility,
): void {
  if (!entities) {
    builder.where('list.rank', 0);
    if (!unclaimed) {
      builder.whereNotNull('list.entity_id');
    }
  } else {
    const readable = readableIds(tx, entities);
    builder
      .where(claimed => {
        claimed.whereRaw(`list.entity_id ${readable.sql}`, readable.bindings);
        return unclaimed ? claimed.orWhereNull('list.entity_id') : claimed;
      })
      .whereRaw(
        `(list.rank = 0 or not exists (select 1 from service_list as nearer where nearer.service_id = list.service_id and nearer.rank < list.rank and nearer.entity_id ${readable.sql}))`,
        readable.bindings,
      );
  }
  if (conditions) {
    builder.andWhere(part => whereConditions(part, tx, conditions));
  }
}

/** One binding however many there are; no database takes a hundred thousand of them. */
function readableIds(
  tx: Knex,
  ids: readonly number[],
): { sql: string; bindings: Knex.RawBinding[] } {
  return tx.client.config.client === 'pg'
    ? { sql: '= any(?::int[])', bindings: [[...ids]] }
    : {
        sql: 'in (select value from json_each(?))',
        bindings: [JSON.stringify(ids)],
      };
}
