import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { snapshotColumns, toSnapshot } from '../../conversion';
import { DbClusterRow } from '../../tables';
import { ClaimOptions, ClusterClaim } from '../../types';

/** Takes the most urgent cluster of a shard, see the interface. */
export async function claimNext(
  options: ClaimOptions & { tx: Knex },
): Promise<ClusterClaim | undefined> {
  const { tx, shard } = options;
  const now = options.now.toISOString();
  const token = randomUUID();

  const candidate = tx<DbClusterRow>('clusters')
    .select('name')
    .whereRaw('bucket % ? = ?', [shard.count, shard.index])
    .whereNull('missing_since')
    .where(free =>
      free.whereNull('claimed_until').orWhere('claimed_until', '<=', now),
    )
    .where(due =>
      due
        .whereNotNull('requested_at')
        .orWhereNull('swept_revision')
        .orWhereNot('swept_revision', options.revision),
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

  const [row] = await tx<DbClusterRow>('clusters')
    .where('name', candidate)
    .update({
      claim: token,
      claimed_until: options.until.toISOString(),
      requested_at: null,
      // Set now and not at the end: a cluster whose reading kills the process must not be the first one again.
      attempted_at: now,
      swept_revision: options.revision,
    })
    .returning(['name', 'failure_gaps', ...snapshotColumns]);
  return (
    row && {
      cluster: row.name,
      token,
      failureGaps: JSON.parse(row.failure_gaps),
      snapshot: toSnapshot(row),
    }
  );
}
