import { Knex } from 'knex';
import { DbClusterRow } from '../../tables';
import { ClusterClaim } from '../../types';
import { WatchStore } from '../../watchTypes';
import { whereLapsed } from '../claims/whereLapsed';
import { takeClaim } from '../reading/takeClaim';
import { databaseTime } from '../databaseTime';

/** Claims a cluster for its watcher, see the interface. */
export async function claimWatched(
  options: Parameters<WatchStore['claim']>[0] & { tx: Knex },
): Promise<ClusterClaim | undefined> {
  const { tx, replica, cluster, now, until, revision } = options;
  const holds = tx('watches')
    .select('cluster')
    .where({ cluster, replica })
    .where('held_until', '>', (await databaseTime(tx)).toISOString());
  return takeClaim({
    now,
    until,
    revision,
    isChange: !options.answersRequest,
    cluster: whereLapsed(
      tx<DbClusterRow>('clusters')
        .whereIn('name', holds)
        .whereNull('missing_since'),
      now,
    ),
  });
}
