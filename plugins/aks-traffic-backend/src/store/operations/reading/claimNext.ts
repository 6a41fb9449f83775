import { Knex } from 'knex';
import { DbClusterRow } from '../../tables';
import { ClaimOptions, ClusterClaim } from '../../types';
import { whereLapsed } from '../claims/whereLapsed';
import { whereNotFollowed } from '../sweep/whereNotFollowed';
import { takeClaim } from './takeClaim';

/** Takes the most urgent cluster of a shard, see the interface. */
export async function claimNext(
  options: ClaimOptions & { tx: Knex },
): Promise<ClusterClaim | undefined> {
  const { tx, shard } = options;
  const candidate = whereNotFollowed(
    whereLapsed(
      tx<DbClusterRow>('clusters')
        .select('name')
        .whereRaw('bucket % ? = ?', [shard.count, shard.index])
        .whereNull('missing_since'),
      options.now,
    ),
    options.now,
  )
    .where((due: Knex.QueryBuilder) =>
      due
        .whereNotNull('requested_at')
        .orWhereNull('swept_revision')
        .orWhereNot('swept_revision', options.revision)
        // Its reader died. Once more, and not for ever: it may have died of what it read.
        .orWhere(orphaned =>
          orphaned.whereNotNull('claim').where({ second_try: false }),
        ),
    )
    .orderByRaw('CASE WHEN requested_at IS NULL THEN 1 ELSE 0 END')
    .orderByRaw('CASE WHEN attempted_at IS NULL THEN 0 ELSE 1 END')
    .orderBy('attempted_at')
    .orderBy('name')
    .limit(1);
  if (tx.client.config.client === 'pg') {
    // Another replica may be taking the same row at this moment: let it, and take the next.
    candidate.forUpdate().skipLocked();
  }

  return takeClaim({
    ...options,
    cluster: tx<DbClusterRow>('clusters').where('name', candidate),
  });
}
