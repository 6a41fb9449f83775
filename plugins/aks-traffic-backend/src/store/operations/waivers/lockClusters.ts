import { Knex } from 'knex';
import { DbClusterRow } from '../../tables';

/** Locks clusters for the rest of the transaction, in the order of names like every other writer of several. */
export async function lockClusters(options: {
  tx: Knex.Transaction;
  clusters: readonly string[];
}): Promise<void> {
  await options
    .tx<DbClusterRow>('clusters')
    .select('name')
    .whereIn('name', options.clusters)
    .orderBy('name')
    .forUpdate();
}
