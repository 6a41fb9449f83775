import { Knex } from 'knex';
import { DbCatalogReadingRow } from '../../tables';

/** Time of the last good look at the catalog; `undefined` before the first. */
export async function readLinkedAt(options: {
  tx: Knex;
}): Promise<string | undefined> {
  const reading = await options
    .tx<DbCatalogReadingRow>('catalog_readings')
    .select('taken_at')
    .first();
  return reading?.taken_at;
}
