import { Knex } from 'knex';
import { dayOf } from '../../days';
import { DbClusterRow } from '../../tables';
import { Retention } from '../../types';
import { newRevision } from '../revision/newRevision';
import { lockClaimedCluster } from './lockClaimedCluster';
import { saveVerdicts } from './saveVerdicts';

/** Keeps the snapshot of a cluster and remembers why it was not replaced, see the interface. */
export async function keepCluster(
  options: Retention & { tx: Knex.Transaction },
): Promise<{ outcome: 'stored' | 'superseded' }> {
  const { tx, cluster, claim, traffic } = options;
  const row = await lockClaimedCluster({ tx, cluster, claim });
  if (!row) {
    return { outcome: 'superseded' };
  }
  const isFirst = row.observed_at === null && traffic !== undefined;
  const verdicts =
    isFirst && (await saveVerdicts({ tx, cluster, stored: row, traffic }));
  await tx<DbClusterRow>('clusters')
    .where({ name: cluster })
    .update({
      claim: null,
      claimed_until: null,
      failure_gaps: JSON.stringify(options.gaps),
      ...verdicts,
      ...(isFirst && { judged_on: dayOf(options.now) }),
      ...newRevision(),
    });
  return { outcome: 'stored' };
}
