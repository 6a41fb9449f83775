import { Knex } from 'knex';
import { LinkedEntities } from '../../listTypes';
import { DbCatalogEntityRow, DbCatalogReadingRow } from '../../tables';

/** Reads the catalog entities that may claim Services. */
export async function readLinkedEntities(options: {
  tx: Knex;
}): Promise<LinkedEntities> {
  const { tx } = options;
  const reading = await tx<DbCatalogReadingRow>('catalog_readings').first();
  return {
    revision: reading?.revision ?? '',
    entities: await tx<DbCatalogEntityRow>('catalog_entities')
      .select('id', 'ref')
      .where('too_wide', false),
  };
}
