import { Knex } from 'knex';
import { toClusterColumns } from '../../conversion';
import { DbClusterRow } from '../../tables';
import { KnownCluster } from '../../types';
import { newRevision } from '../revision/newRevision';
import { deleteSnapshot } from '../snapshot/deleteSnapshot';

/** The columns that discovery compares; the verdicts, which may be large, are not among them. */
export const discoveredColumns = [
  'name',
  'source',
  'arm_id',
  'sku',
  'kubernetes_version',
  'location',
  'missing_since',
] as const;

/** Brings the row of a cluster that discovery listed again up to date; writes nothing when nothing changed. */
export async function saveListedCluster(options: {
  tx: Knex.Transaction;
  row: Pick<DbClusterRow, (typeof discoveredColumns)[number]>;
  cluster: KnownCluster;
  /** Day of the discovery. */
  day: string;
}): Promise<void> {
  const { tx, row, cluster, day } = options;
  const columns = toClusterColumns(cluster);

  // Resource ids compare without case, and Azure does not always write them the same way.
  const sameArmId = row.arm_id?.toLowerCase() === columns.arm_id?.toLowerCase();
  if (sameArmId) {
    columns.arm_id = row.arm_id;
  } else if (row.arm_id !== null && columns.arm_id !== null) {
    // Another cluster took the name. What was read from its predecessor says nothing about it.
    await deleteSnapshot({ tx, cluster: row.name, day });
  }

  const changed =
    row.missing_since !== null ||
    row.source !== columns.source ||
    row.arm_id !== columns.arm_id ||
    row.sku !== columns.sku ||
    row.kubernetes_version !== columns.kubernetes_version ||
    row.location !== columns.location;
  if (changed) {
    await tx<DbClusterRow>('clusters')
      .where({ name: row.name })
      .update({
        ...columns,
        missing_since: null,
        missing_reason: null,
        ...newRevision(),
      });
  }
}
