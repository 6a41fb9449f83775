import { parseEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { Knex } from 'knex';
import { EntityIndex, LinkableEntity } from '../link/EntityIndex';
import { EntityLink, linkEntity } from '../link/linkEntity';
import { DbCatalogEntityRow, DbCatalogReadingRow } from './tables';

/** Keeps the index of the stored entities until they change; building it reads all of them. */
export class EntityIndexCache {
  private latest = { revision: '', index: new EntityIndex([]) };

  /** The entities as a transaction sees them. */
  async current(
    tx: Knex,
  ): Promise<Readonly<{ revision: string; index: EntityIndex }>> {
    const reading = await tx<DbCatalogReadingRow>('catalog_readings').first();
    const revision = reading?.revision ?? '';
    if (revision !== this.latest.revision) {
      const rows = await tx<DbCatalogEntityRow>('catalog_entities').where(
        'too_wide',
        false,
      );
      this.latest = {
        revision,
        index: new EntityIndex(rows.flatMap(toLinkableEntity)),
      };
    }
    return this.latest;
  }
}

function toLinkableEntity(row: DbCatalogEntityRow): LinkableEntity[] {
  const link = linkOf(row);
  return link
    ? [
        {
          id: row.id,
          ref: row.ref,
          title: row.title ?? undefined,
          owner: row.owner,
          catalogSystem: row.catalog_system,
          link,
        },
      ]
    : [];
}

/** What the annotations of an entity say; nothing when they cannot be understood, as its own page tells. */
function linkOf({
  ref,
  annotations,
}: Pick<DbCatalogEntityRow, 'ref' | 'annotations'>): EntityLink | undefined {
  const { kind, namespace, name } = parseEntityRef(ref);
  try {
    return linkEntity({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { namespace, name, annotations: JSON.parse(annotations) },
    });
  } catch (error) {
    if (toError(error).name === 'InputError') {
      return undefined;
    }
    throw error;
  }
}
