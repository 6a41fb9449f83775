import { Knex } from 'knex';
import { DbClusterRow } from '../../tables';
import { KnownCluster } from '../../types';

/** Clusters of app-config go when somebody takes them out of it, and their names are free at once. */
const ofConfig = ['config', 'in-cluster'];

/** Lists the names that are in use, see the interface. */
export async function listNames(options: {
  tx: Knex;
}): Promise<Pick<KnownCluster, 'name' | 'armId'>[]> {
  const rows = await options
    .tx<DbClusterRow>('clusters')
    .select('name', 'arm_id')
    .whereNotIn('source', ofConfig)
    .orderByRaw('case when missing_since is null then 1 else 0 end, name');
  return rows.map(row => ({
    name: row.name,
    ...(row.arm_id !== null && { armId: row.arm_id }),
  }));
}
