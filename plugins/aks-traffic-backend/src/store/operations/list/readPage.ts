import {
  CampaignState,
  EgressKind,
  Exposure,
  IngressSystem,
  MigrationEffort,
  Risk,
  ServiceOrderField,
} from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { ListedService, ListPage, ListPageQuery } from '../../listTypes';
import { DbCatalogEntityRow, DbServiceListRow } from '../../tables';
import { fromWords } from '../../words';
import { listClustersByName } from '../query/listClusters';
import { selectPresent } from './selectListed';
import { noDeadline } from './toListColumns';

/** What a field is sorted by, and which of its ends comes first in the index. */
const orders: Record<
  ServiceOrderField,
  { column: keyof DbServiceListRow; first: 'asc' | 'desc' }
> = {
  service: { column: 'name_order', first: 'asc' },
  owner: { column: 'owner', first: 'asc' },
  system: { column: 'systems', first: 'asc' },
  cluster: { column: 'cluster', first: 'asc' },
  exposure: { column: 'exposure_order', first: 'desc' },
  egress: { column: 'egress', first: 'asc' },
  risk: { column: 'risk_order', first: 'desc' },
  score: { column: 'score_order', first: 'desc' },
  effort: { column: 'effort_order', first: 'desc' },
  deadline: { column: 'deadline', first: 'asc' },
};

type PageRow = DbServiceListRow & {
  ref: DbCatalogEntityRow['ref'] | null;
  title: DbCatalogEntityRow['title'];
};

/** Reads a page of the list, see the interface. */
export async function readPage(
  options: ListPageQuery & { tx: Knex },
): Promise<ListPage> {
  const { tx, orderBy, limit, from } = options;
  const { column, first } = orders[orderBy.field];
  const backward = from?.direction === 'previous';
  const ascending = (orderBy.order === first) !== backward;
  const direction = ascending ? 'asc' : 'desc';

  const query = selectPresent(tx, options)
    .leftJoin('catalog_entities as entity', 'entity.id', 'list.entity_id')
    .select('list.*', 'entity.ref', 'entity.title')
    .orderBy(`list.${column}`, direction)
    .orderBy('list.name_order', direction)
    .limit(limit + 1);
  if (from) {
    query.whereRaw(
      `(list.??, list.name_order) ${ascending ? '>' : '<'} (?, ?)`,
      [column, from.value, from.name],
    );
  }
  const rows: PageRow[] = await query;
  const page = rows.slice(0, limit);
  if (backward) {
    page.reverse();
  }
  return {
    services: page.map(row => toListedService(row, column)),
    more: rows.length > limit,
    clusters: await listClustersByName({
      tx,
      names: [...new Set(page.map(({ cluster }) => cluster))],
    }),
  };
}

function toListedService(
  row: PageRow,
  column: keyof DbServiceListRow,
): ListedService {
  return {
    cluster: row.cluster,
    namespace: row.namespace,
    service: row.service,
    entityRef: row.ref ?? undefined,
    entityTitle: row.title ?? undefined,
    owner: row.owner || undefined,
    systems: fromWords(row.systems) as IngressSystem[],
    exposure: row.exposure as Exposure,
    egress: fromWords(row.egress) as EgressKind[],
    risk: row.risk as Risk,
    score: row.score ?? undefined,
    effort: row.effort as MigrationEffort,
    deadline: row.deadline === noDeadline ? undefined : row.deadline,
    retirements: fromWords(row.retirements),
    state: row.state as CampaignState,
    waivers: row.waivers,
    position: { value: row[column]!, name: row.name_order },
  };
}
