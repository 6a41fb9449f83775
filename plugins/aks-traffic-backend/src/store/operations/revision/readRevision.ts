import { Knex } from 'knex';
import { digest } from '../../digest';
import { toColumnText } from '../../conversion';
import { DbClusterRow, DbDiscoveryRow } from '../../tables';

/**
 * Reads, in one query, what changes with everything that is said of some clusters, their Services and waivers, and of
 * what may be missing from the list of clusters.
 */
export async function readRevision(options: {
  tx: Knex;
  /** All of them when absent. */
  cluster?: string;
}): Promise<string> {
  const { tx, cluster } = options;
  // With the names, because clusters that nobody has written since an upgrade have the same revision.
  const revisions = tx<DbClusterRow>('clusters')
    .select(tx.raw("name || ' ' || revision as revision"))
    .orderBy('name');
  if (cluster !== undefined) {
    revisions.where('name', toColumnText(cluster));
  }
  const list = tx.client.config.client === 'pg' ? 'string_agg' : 'group_concat';
  const row = await tx
    .select({
      gaps: tx<DbDiscoveryRow>('discoveries').select('gaps').limit(1),
      clusters: tx
        .select(tx.raw(`${list}(revision, ',')`))
        .from(revisions.as('each_cluster')),
    })
    .first();
  return digest([row.gaps, row.clusters]);
}
