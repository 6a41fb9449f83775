import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { toColumnText } from '../../conversion';
import { digest } from '../../digest';
import { CatalogChange, KnownEntity } from '../../linkTypes';
import {
  DbCatalogEntityRow,
  DbCatalogReadingRow,
  DbServiceListRow,
} from '../../tables';
import { chunksOf } from '../chunksOf';

type EntityColumns = Omit<DbCatalogEntityRow, 'id'>;

/** Makes the entities known those given, see the interface. */
export async function recordEntities(options: {
  tx: Knex.Transaction;
  entities: readonly KnownEntity[];
  takenAt: Date;
}): Promise<CatalogChange> {
  const { tx, entities } = options;
  // Locked first, so that two looks at once follow each other.
  const previous = await tx<DbCatalogReadingRow>('catalog_readings')
    .forUpdate()
    .first();
  const stored = new Map(
    (await tx<DbCatalogEntityRow>('catalog_entities')).map(row => [
      row.ref,
      row,
    ]),
  );

  const added: EntityColumns[] = [];
  const changed: DbCatalogEntityRow[] = [];
  for (const columns of entities.map(toColumns)) {
    const row = stored.get(columns.ref);
    stored.delete(columns.ref);
    if (!row) {
      added.push(columns);
    } else if (isOtherwise(row, columns)) {
      const sameLinks = row.annotations === columns.annotations;
      changed.push({
        ...columns,
        id: row.id,
        too_wide: sameLinks ? row.too_wide : false,
      });
    }
  }
  const removed = [...stored.values()].map(({ id }) => id);

  await tx.batchInsert('catalog_entities', added, 100);
  for (const rows of chunksOf(changed, 100)) {
    await tx<DbCatalogEntityRow>('catalog_entities')
      .insert(rows)
      .onConflict('id')
      .merge();
  }
  await removeEntities({ tx, ids: removed });
  const unchanged = added.length + changed.length + removed.length === 0;
  await tx<DbCatalogReadingRow>('catalog_readings')
    .insert({
      id: 1,
      revision: (unchanged && previous?.revision) || randomUUID(),
      taken_at: options.takenAt.toISOString(),
    })
    .onConflict('id')
    .merge();
  return {
    added: added.length,
    changed: changed.length,
    removed: removed.length,
  };
}

function toColumns(entity: KnownEntity): EntityColumns {
  const { ref, title, owner, catalogSystem, annotations } = entity;
  const sorted = Object.entries(annotations).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return {
    ref: toColumnText(ref),
    title: title ? toColumnText(title) : null,
    owner: toColumnText(owner),
    catalog_system: toColumnText(catalogSystem),
    annotations: JSON.stringify(Object.fromEntries(sorted)),
    too_wide: false,
  };
}

function isOtherwise(row: EntityColumns, columns: EntityColumns): boolean {
  const compared = (each: EntityColumns) =>
    digest([each.title, each.owner, each.catalog_system, each.annotations]);
  return compared(row) !== compared(columns);
}

/** Services that are gone are linked no more, so that they are let go here; the others when they are linked next. */
async function removeEntities(options: {
  tx: Knex.Transaction;
  ids: number[];
}): Promise<void> {
  const { tx } = options;
  for (const ids of chunksOf(options.ids)) {
    await tx<DbServiceListRow>('service_list')
      .whereIn('entity_id', ids)
      .whereNotNull('gone_on')
      .where('rank', '>', 0)
      .delete();
    await tx<DbServiceListRow>('service_list')
      .whereIn('entity_id', ids)
      .whereNotNull('gone_on')
      .update({ entity_id: null, owner: '', catalog_system: '' });
    await tx<DbCatalogEntityRow>('catalog_entities')
      .whereIn('id', ids)
      .delete();
  }
}
