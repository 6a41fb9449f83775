import { Knex } from 'knex';
import { DbClusterRow } from '../../tables';

/**
 * Locks the row of a cluster for the rest of the transaction, so that writers of one cluster follow each other.
 *
 * @returns the hash of the stored body, or `undefined` when the claim is not valid any more and nothing may be
 * written.
 */
export async function lockClaimedCluster(options: {
  tx: Knex.Transaction;
  cluster: string;
  claim: string;
}): Promise<Pick<DbClusterRow, 'body_hash' | 'observed_at'> | undefined> {
  return options
    .tx<DbClusterRow>('clusters')
    .select('body_hash', 'observed_at')
    .where({ name: options.cluster, claim: options.claim })
    .forUpdate()
    .first();
}
