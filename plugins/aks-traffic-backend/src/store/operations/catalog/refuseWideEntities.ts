import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import {
  DbCatalogEntityRow,
  DbCatalogReadingRow,
  DbServiceListRow,
} from '../../tables';
import { chunksOf } from '../chunksOf';

/** Takes entities out that claim more Services than an entity can mean, see the interface. */
export async function refuseWideEntities(options: {
  tx: Knex.Transaction;
  mostServices: number;
}): Promise<string[]> {
  const { tx, mostServices } = options;
  const wide = await tx<DbServiceListRow>('service_list')
    .select('entity_id')
    .whereNotNull('entity_id')
    .whereNull('gone_on')
    .groupBy('entity_id')
    .having(tx.raw('count(*)'), '>', mostServices);
  if (wide.length === 0) {
    return [];
  }
  const refs: string[] = [];
  for (const rows of chunksOf(wide)) {
    const refused = await tx<DbCatalogEntityRow>('catalog_entities')
      .whereIn(
        'id',
        rows.map(row => row.entity_id!),
      )
      .update({ too_wide: true })
      .returning('ref');
    refs.push(...refused.map(({ ref }) => ref));
  }
  await tx<DbCatalogReadingRow>('catalog_readings').update({
    revision: randomUUID(),
  });
  return refs;
}
