import { KubernetesObject } from 'backstage-plugin-aks-traffic-engine';
import { Knex } from 'knex';
import { objectId } from '../../objectId';
import { DbClusterRow, DbObjectRow } from '../../tables';
import { ObjectQuery, StoredClusterObject } from '../../types';
import { chunksOf } from '../chunksOf';

/** Reads some of the objects kept of each cluster, see the interface. */
export async function readObjects(options: {
  tx: Knex.Transaction;
  query: ObjectQuery;
}): Promise<StoredClusterObject[]> {
  const { tx, query } = options;
  const objects: StoredClusterObject[] = [];
  for (const [cluster, references] of query) {
    const row = await tx<DbClusterRow>('clusters')
      .where({ name: cluster })
      .first('observed_at');
    const observedAt = row?.observed_at;
    if (!observedAt) {
      continue;
    }
    const ids = references.map(reference => objectId(cluster, reference));
    for (const chunk of chunksOf(ids)) {
      const rows = await tx<DbObjectRow>('objects')
        .select('body')
        .whereIn('id', chunk);
      for (const { body } of rows) {
        const object: KubernetesObject = JSON.parse(body);
        objects.push({ cluster, observedAt, object });
      }
    }
  }
  return objects;
}
