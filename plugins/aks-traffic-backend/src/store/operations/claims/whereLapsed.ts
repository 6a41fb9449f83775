import { Knex } from 'knex';

/** Leaves out what somebody holds whose claim has not lapsed. */
export function whereLapsed<Query extends Knex.QueryBuilder>(
  query: Query,
  now: Date,
): Query {
  return query.where((free: Knex.QueryBuilder) =>
    free
      .whereNull('claimed_until')
      .orWhere('claimed_until', '<=', now.toISOString()),
  ) as Query;
}
