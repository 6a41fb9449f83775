import { Knex } from 'knex';
import { clusterColumns, toStoredCluster } from '../../conversion';
import { DbClusterRow } from '../../tables';
import { StoredCluster } from '../../types';
import { chunksOf } from '../chunksOf';

/** Lists every cluster known, by name. */
export async function listClusters(options: {
  tx: Knex;
}): Promise<StoredCluster[]> {
  const rows = await options
    .tx<DbClusterRow>('clusters')
    .select(...clusterColumns)
    .orderBy('name');
  return rows.map(toStoredCluster);
}

/** Reads some clusters, by name; one that is not known is absent. */
export async function listClustersByName(options: {
  tx: Knex;
  names: string[];
}): Promise<Map<string, StoredCluster>> {
  const clusters = new Map<string, StoredCluster>();
  for (const names of chunksOf(options.names)) {
    const rows = await options
      .tx<DbClusterRow>('clusters')
      .select(...clusterColumns)
      .whereIn('name', names);
    for (const row of rows) {
      clusters.set(row.name, toStoredCluster(row));
    }
  }
  return clusters;
}
