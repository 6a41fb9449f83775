import { KubernetesObject } from 'backstage-plugin-aks-traffic-engine';
import { Knex } from 'knex';
import { toReference } from '../../../objects/objectKey';
import { digest } from '../../digest';
import { objectId } from '../../objectId';
import { DbObjectRow } from '../../tables';
import { chunksOf } from '../chunksOf';

/**
 * Makes the objects of a cluster those given; rows whose content is the same are left alone.
 *
 * @returns whether any is another than before.
 */
export async function replaceObjects(options: {
  tx: Knex.Transaction;
  cluster: string;
  objects: readonly KubernetesObject[];
  /** Leaves objects alone that are not among those given. */
  keepOthers: boolean;
}): Promise<boolean> {
  const { tx, cluster } = options;
  const stored = new Map(
    (
      await tx<DbObjectRow>('objects')
        .where({ cluster })
        .select('id', 'content_hash')
    ).map(row => [row.id, row.content_hash]),
  );
  const given = new Set<string>();
  const changed: DbObjectRow[] = [];
  for (const object of options.objects) {
    const id = objectId(cluster, toReference(object));
    const hash = digest(object);
    given.add(id);
    if (stored.get(id) !== hash) {
      changed.push({
        id,
        cluster,
        content_hash: hash,
        body: JSON.stringify(object),
      });
    }
  }
  const gone = options.keepOthers
    ? []
    : [...stored.keys()].filter(id => !given.has(id));
  const outdated = [
    ...gone,
    ...changed.map(({ id }) => id).filter(id => stored.has(id)),
  ];
  for (const ids of chunksOf(outdated)) {
    await tx<DbObjectRow>('objects').whereIn('id', ids).delete();
  }
  await tx.batchInsert('objects', changed, 100);
  return gone.length > 0 || changed.length > 0;
}
