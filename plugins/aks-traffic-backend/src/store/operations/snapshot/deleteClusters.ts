import { Knex } from 'knex';
import { DbClusterRow, DbWatchRow } from '../../tables';
import { deleteSnapshot } from './deleteSnapshot';

/** Forgets clusters with everything read from them; the history of past days stays. */
export async function deleteClusters(options: {
  tx: Knex.Transaction;
  clusters: string[];
  /** Day on which they are forgotten. */
  day: string;
}): Promise<void> {
  const { tx, clusters, day } = options;
  for (const cluster of clusters) {
    await deleteSnapshot({ tx, cluster, day });
    await tx<DbWatchRow>('watches').where({ cluster }).delete();
    await tx<DbClusterRow>('clusters').where({ name: cluster }).delete();
  }
}
