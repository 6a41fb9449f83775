import { Knex } from 'knex';
import { DbCatalogReadingRow, DbClusterRow } from '../../tables';

/** Clusters whose Services are tied by an earlier look at the catalog; none before the first. */
export async function clustersToLink(options: { tx: Knex }): Promise<string[]> {
  const { tx } = options;
  const reading = await tx<DbCatalogReadingRow>('catalog_readings').first();
  if (!reading) {
    return [];
  }
  const rows = await tx<DbClusterRow>('clusters')
    .select('name')
    .whereNull('linked_revision')
    .orWhereNot('linked_revision', reading.revision)
    .orderBy('name');
  return rows.map(({ name }) => name);
}
