import { Knex } from 'knex';

/** Number of Services by cluster. */
export async function countServices(options: {
  tx: Knex;
}): Promise<Map<string, number>> {
  // PostgreSQL gives counts as text, SQLite as numbers.
  const rows: { cluster: string; services: string | number }[] = await options
    .tx('services')
    .select('cluster')
    .count({ services: '*' })
    .groupBy('cluster');
  return new Map(rows.map(row => [row.cluster, Number(row.services)]));
}
