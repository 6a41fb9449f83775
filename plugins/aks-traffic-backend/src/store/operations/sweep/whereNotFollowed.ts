import { Knex } from 'knex';

/** Leaves clusters out that are followed: their watcher knows them better than a reading could. */
export function whereNotFollowed<Query extends Knex.QueryBuilder>(
  query: Query,
  now: Date,
): Query {
  return query.whereNotExists(
    livingWatch(query.client.queryBuilder(), now),
  ) as Query;
}

/** Selects the watch by which a row of `clusters` is followed. */
export function livingWatch(
  builder: Knex.QueryBuilder,
  now: Date,
): Knex.QueryBuilder {
  return builder
    .from('watches')
    .whereRaw('watches.cluster = clusters.name')
    .whereNotNull('watched_since')
    .where('held_until', '>', now.toISOString());
}
