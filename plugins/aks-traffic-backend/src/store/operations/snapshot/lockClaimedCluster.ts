import { Knex } from 'knex';
import { DbClusterRow } from '../../tables';

const columns = [
  'traffic_hash',
  'observed_at',
  'analysed_at',
  'coverage',
  'snapshot_gaps',
  'targets_hash',
] as const;

/**
 * Locks the row of a cluster for the rest of the transaction, so that writers of one cluster follow each other.
 *
 * @returns what it says of the snapshot, or `undefined` when the claim is not valid any more and nothing may be
 * written.
 */
export async function lockClaimedCluster(options: {
  tx: Knex.Transaction;
  cluster: string;
  claim: string;
}): Promise<Pick<DbClusterRow, (typeof columns)[number]> | undefined> {
  return options
    .tx<DbClusterRow>('clusters')
    .select(...columns)
    .where({ name: options.cluster, claim: options.claim })
    .forUpdate()
    .first();
}
