import { Knex } from 'knex';
import {
  DbClusterRow,
  DbOrphanRow,
  DbServiceLabelRow,
  DbServiceRow,
} from '../../tables';

/** Forgets everything read from a cluster, and any reading of it that is under way. The cluster stays known. */
export async function deleteSnapshot(options: {
  tx: Knex.Transaction;
  cluster: string;
}): Promise<void> {
  const { tx, cluster } = options;
  await tx<DbServiceLabelRow>('service_labels')
    .whereIn(
      'service_id',
      tx<DbServiceRow>('services').select('id').where({ cluster }),
    )
    .delete();
  await tx<DbServiceRow>('services').where({ cluster }).delete();
  await tx<DbOrphanRow>('orphans').where({ cluster }).delete();
  await tx<DbClusterRow>('clusters').where({ name: cluster }).update({
    claim: null,
    claimed_until: null,
    attempted_at: null,
    swept_revision: null,
    failure_gaps: '[]',
    observed_at: null,
    analysed_at: null,
    coverage: null,
    snapshot_gaps: '[]',
    known_kinds: '[]',
    service_count: 0,
    body_hash: null,
    body: null,
  });
}
