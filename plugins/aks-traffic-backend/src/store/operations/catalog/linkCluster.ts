import { Knex } from 'knex';
import { EntityIndex } from '../../../link/EntityIndex';
import { DbClusterRow, DbServiceListRow, DbServiceRow } from '../../tables';
import { chunksOf } from '../chunksOf';
import { newRevision } from '../revision/newRevision';
import { ClaimColumns, toClaimColumns } from '../list/toClaimColumns';

/** Services looked at per statement. */
const pageSize = 500;

/** Ties the Services of a cluster to the entities known now, see the interface. */
export async function linkCluster(options: {
  tx: Knex.Transaction;
  cluster: string;
  entities: EntityIndex;
  revision: string;
}): Promise<void> {
  const { tx, cluster, entities, revision } = options;
  // Locked first, so that a new snapshot of the cluster follows or is followed.
  const found = await tx<DbClusterRow>('clusters')
    .select('name')
    .where({ name: cluster })
    .forUpdate()
    .first();
  if (!found) {
    return;
  }
  const services = await tx<DbServiceRow>('services')
    .select('id', 'label_sets')
    .where({ cluster });
  let relinkedAny = false;
  for (const page of chunksOf(services, pageSize)) {
    const labelSets = new Map(
      page.map(({ id, label_sets }) => [id, JSON.parse(label_sets)]),
    );
    const rows = await tx<DbServiceListRow>('service_list')
      .whereIn('service_id', [...labelSets.keys()])
      .orderBy('rank');
    const relinked = [...groupByService(rows)].flatMap(([id, stored]) =>
      relink(stored, entities, labelSets.get(id)),
    );
    await tx<DbServiceListRow>('service_list')
      .whereIn('service_id', [
        ...new Set(relinked.map(({ service_id }) => service_id)),
      ])
      .delete();
    await tx.batchInsert('service_list', relinked, 40);
    relinkedAny ||= relinked.length > 0;
  }
  await tx<DbClusterRow>('clusters')
    .where({ name: cluster })
    .update({
      linked_revision: revision,
      ...(relinkedAny && newRevision()),
    });
}

function groupByService(
  rows: DbServiceListRow[],
): Map<string, DbServiceListRow[]> {
  const groups = new Map<string, DbServiceListRow[]>();
  for (const row of rows) {
    const group = groups.get(row.service_id);
    if (group) {
      group.push(row);
    } else {
      groups.set(row.service_id, [row]);
    }
  }
  return groups;
}

/** The rows of a Service that are to replace those stored; none when nothing changed. */
function relink(
  stored: DbServiceListRow[],
  entities: EntityIndex,
  labelSets: Record<string, string>[],
): DbServiceListRow[] {
  const [first] = stored;
  const { cluster, namespace, service } = first;
  const claims = toClaimColumns(
    first,
    entities.claimants({ cluster, namespace, service, labelSets }),
  );
  return fingerprint(stored) === fingerprint(claims)
    ? []
    : claims.map(claim => ({ ...first, ...claim }));
}

function fingerprint(claims: readonly ClaimColumns[]): string {
  return JSON.stringify(
    claims.map(({ rank, entity_id, owner, catalog_system, search }) => [
      rank,
      entity_id,
      owner,
      catalog_system,
      search,
    ]),
  );
}
