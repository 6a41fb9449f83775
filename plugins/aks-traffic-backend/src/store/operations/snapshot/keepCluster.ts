import { Knex } from 'knex';
import { dayOf } from '../../days';
import { digest } from '../../digest';
import { DbClusterRow } from '../../tables';
import { Retention } from '../../types';
import { newRevision } from '../revision/newRevision';
import { lockClaimedCluster } from './lockClaimedCluster';

/** Keeps the snapshot of a cluster and remembers why it was not replaced, see the interface. */
export async function keepCluster(
  options: Retention & { tx: Knex.Transaction },
): Promise<{ outcome: 'stored' | 'superseded' }> {
  const { tx, cluster, claim, traffic } = options;
  const row = await lockClaimedCluster({ tx, cluster, claim });
  if (!row) {
    return { outcome: 'superseded' };
  }
  await tx<DbClusterRow>('clusters')
    .where({ name: cluster })
    .update({
      claim: null,
      claimed_until: null,
      failure_gaps: JSON.stringify(options.gaps),
      ...(row.observed_at === null &&
        traffic && {
          body_hash: digest(traffic),
          body: JSON.stringify(traffic),
          judged_on: dayOf(options.now),
        }),
      ...newRevision(),
    });
  return { outcome: 'stored' };
}
