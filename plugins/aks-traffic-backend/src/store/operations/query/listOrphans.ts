import { Orphan } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { DbOrphanRow } from '../../tables';
import { chunksOf } from '../chunksOf';

/** Lists the orphans of some clusters, by cluster. */
export async function listOrphans(options: {
  tx: Knex;
  clusters: string[];
}): Promise<Map<string, Orphan[]>> {
  const orphans = new Map<string, Orphan[]>();
  for (const clusters of chunksOf(options.clusters)) {
    const rows = await options
      .tx<DbOrphanRow>('orphans')
      .whereIn('cluster', clusters)
      .orderBy('id');
    for (const { cluster, body } of rows) {
      orphans.set(cluster, [...(orphans.get(cluster) ?? []), JSON.parse(body)]);
    }
  }
  return orphans;
}
