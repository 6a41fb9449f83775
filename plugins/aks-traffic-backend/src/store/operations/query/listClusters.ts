import { Knex } from 'knex';
import { toStoredCluster } from '../../conversion';
import { DbClusterRow } from '../../tables';
import { StoredCluster } from '../../types';

/** Lists every cluster known, by name. */
export async function listClusters(options: {
  tx: Knex;
}): Promise<StoredCluster[]> {
  const rows: DbClusterRow[] = await options
    .tx<DbClusterRow>('clusters')
    .orderBy('name');
  return rows.map(toStoredCluster);
}
