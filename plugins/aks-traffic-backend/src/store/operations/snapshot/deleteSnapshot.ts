import { Knex } from 'knex';
import { dayOf } from '../../days';
import {
  DbClusterRow,
  DbClusterVerdictsRow,
  DbObjectRow,
  DbOrphanRow,
  DbServiceLabelRow,
  DbServiceRow,
} from '../../tables';
import { closeUnreadSpan } from '../history/closeUnreadSpan';
import { newRevision } from '../revision/newRevision';
import { retireListRows } from '../list/retireListRows';

/**
 * Forgets everything read from a cluster, and any reading of it that is under way. The cluster stays known, and so
 * does the history of past days.
 */
export async function deleteSnapshot(options: {
  tx: Knex.Transaction;
  cluster: string;
  /** Day on which it is forgotten. */
  day: string;
}): Promise<void> {
  const { tx, cluster, day } = options;
  const row = await tx<DbClusterRow>('clusters')
    .select('analysed_at')
    .where({ name: cluster })
    .first();
  if (row && row.analysed_at !== null) {
    await closeUnreadSpan({ tx, cluster, readOn: dayOf(row.analysed_at), day });
  }
  const services = await tx<DbServiceRow>('services')
    .select('id')
    .where({ cluster });
  await retireListRows({ tx, ids: services.map(({ id }) => id), day });
  await tx<DbServiceLabelRow>('service_labels')
    .whereIn(
      'service_id',
      tx<DbServiceRow>('services').select('id').where({ cluster }),
    )
    .delete();
  await tx<DbServiceRow>('services').where({ cluster }).delete();
  await tx<DbOrphanRow>('orphans').where({ cluster }).delete();
  await tx<DbObjectRow>('objects').where({ cluster }).delete();
  await tx<DbClusterVerdictsRow>('cluster_verdicts')
    .where({ cluster })
    .delete();
  await tx<DbClusterRow>('clusters')
    .where({ name: cluster })
    .update({
      claim: null,
      claimed_until: null,
      attempted_at: null,
      swept_revision: null,
      failure_gaps: '[]',
      observed_at: null,
      analysed_at: null,
      judged_on: null,
      coverage: null,
      snapshot_gaps: '[]',
      known_kinds: '[]',
      service_count: 0,
      traffic_hash: null,
      targets_hash: null,
      overview: null,
      ...newRevision(),
    });
}
