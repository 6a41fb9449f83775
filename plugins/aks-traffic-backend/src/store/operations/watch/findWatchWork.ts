import { Knex } from 'knex';
import { DbClusterRow } from '../../tables';
import { WatchWork } from '../../watchTypes';

/** Finds what a replica has to do for the clusters it watches, see the interface. */
export async function findWatchWork(options: {
  tx: Knex;
  replica: string;
  revision: string;
}): Promise<WatchWork[]> {
  const { tx, replica, revision } = options;
  const rows: Pick<DbClusterRow, 'name' | 'requested_at'>[] =
    await tx<DbClusterRow>('clusters')
      .join('watches', 'watches.cluster', 'clusters.name')
      .where({ replica })
      .whereNotNull('watched_since')
      .whereNull('missing_since')
      .where(due =>
        due
          .whereNotNull('requested_at')
          .orWhereNull('swept_revision')
          .orWhereNot('swept_revision', revision),
      )
      .select('name', 'requested_at')
      .orderBy('name');
  return rows.map(row => ({
    cluster: row.name,
    requested: row.requested_at !== null,
  }));
}
