import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { snapshotColumns, toSnapshot } from '../../conversion';
import { DbClusterRow } from '../../tables';
import { ClusterClaim } from '../../types';

/** Claims the one cluster that a query selects; `undefined` when it selects none. */
export async function takeClaim(options: {
  cluster: Knex.QueryBuilder<DbClusterRow>;
  revision: string;
  now: Date;
  until: Date;
  /** This stores what a watch saw change: no reading, so that whoever asks for one need not wait because of it. */
  isChange?: boolean;
}): Promise<ClusterClaim | undefined> {
  const { cluster, revision, now, until, isChange } = options;
  const token = randomUUID();
  const [row] = await cluster
    .update({
      claim: token,
      claimed_until: until.toISOString(),
      second_try: cluster.client.raw(
        'claim IS NOT NULL AND COALESCE(swept_revision = ?, FALSE)',
        [revision],
      ),
      ...(!isChange && {
        requested_at: null,
        // Set now and not at the end: a cluster whose reading kills the process must not be the first one again.
        attempted_at: now.toISOString(),
      }),
      swept_revision: revision,
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
