import { Knex } from 'knex';
import { dayOf } from '../../days';
import { DbClusterRow } from '../../tables';

/** Clusters whose verdicts speak of an earlier day; none that has no verdicts. */
export async function clustersToRestate(options: {
  tx: Knex;
  now: Date;
}): Promise<string[]> {
  const rows = await options
    .tx<DbClusterRow>('clusters')
    .select('name')
    .where('judged_on', '<', dayOf(options.now))
    .orderBy('name');
  return rows.map(({ name }) => name);
}
