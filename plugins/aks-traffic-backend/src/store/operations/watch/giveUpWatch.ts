import { Knex } from 'knex';
import { DbClusterRow, DbWatchRow } from '../../tables';
import { databaseTime, isoAfter } from '../databaseTime';

/** Gives a cluster back to be read in turn, see the interface. */
export async function giveUpWatch(options: {
  tx: Knex.Transaction;
  replica: string;
  cluster: string;
  gap: string;
  retryInMs: number;
  now: Date;
}): Promise<void> {
  const { tx, replica, cluster, gap, retryInMs, now } = options;
  const given = await tx<DbWatchRow>('watches')
    .where({ cluster, replica })
    .update({
      replica: null,
      held_until: null,
      watched_since: null,
      gap,
      retry_at: isoAfter(await databaseTime(tx), retryInMs),
    });
  if (given > 0) {
    // Whatever ended the watch, users are to see what a reading says of it without waiting for the next sweep.
    await tx<DbClusterRow>('clusters')
      .where({ name: cluster })
      .whereNull('requested_at')
      .update({ requested_at: now.toISOString() });
  }
}
