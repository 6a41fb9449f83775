import { Orphan } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { rowId } from '../../rowId';
import { DbOrphanRow } from '../../tables';
import { RowCounts } from '../../types';
import { chunksOf } from '../chunksOf';

/** Makes the orphans of a cluster those given. Their id is a digest of their content, so equal rows stay. */
export async function replaceOrphans(options: {
  tx: Knex.Transaction;
  cluster: string;
  orphans: Orphan[];
}): Promise<RowCounts> {
  const { tx, cluster } = options;
  const wanted = new Map(
    options.orphans.map(orphan => [
      rowId({ cluster, content: [cluster, orphan] }),
      orphan,
    ]),
  );
  const stored = await tx<DbOrphanRow>('orphans')
    .where({ cluster })
    .select('id');

  const outdated = stored.map(({ id }) => id).filter(id => !wanted.has(id));
  for (const ids of chunksOf(outdated)) {
    await tx<DbOrphanRow>('orphans').whereIn('id', ids).delete();
  }
  for (const { id } of stored) {
    wanted.delete(id);
  }
  const rows: DbOrphanRow[] = [...wanted].map(([id, orphan]) => ({
    id,
    cluster,
    body: JSON.stringify(orphan),
  }));
  await tx.batchInsert('orphans', rows, 100);

  return {
    written: rows.length,
    deleted: outdated.length,
    unchanged: stored.length - outdated.length,
  };
}
