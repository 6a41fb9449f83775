import { Knex } from 'knex';

/** Leaves clusters out that are followed: their watcher knows them better than a reading could. */
export function whereNotFollowed<Query extends Knex.QueryBuilder>(
  query: Query,
  now: Date,
): Query {
  return query.whereNotExists(
    query.client
      .queryBuilder()
      .from('watches')
      .whereRaw('watches.cluster = clusters.name')
      .whereNotNull('watched_since')
      .where('held_until', '>', now.toISOString()),
  ) as Query;
}
