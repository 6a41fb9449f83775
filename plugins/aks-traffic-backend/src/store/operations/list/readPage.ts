import {
  CampaignState,
  EgressKind,
  Exposure,
  IngressSystem,
  MigrationEffort,
  Risk,
  ServiceOrderField,
} from 'backstage-plugin-aks-traffic-common';
import { retirementById } from 'backstage-plugin-aks-traffic-engine';
import { Knex } from 'knex';
import { ListedService, ListPage, ListPageQuery } from '../../listTypes';
import { DbCatalogEntityRow, DbServiceListRow } from '../../tables';
import { fromWords } from '../../words';
import { listClustersByName } from '../query/listClusters';
import { selectPresent } from './selectListed';
import { noDeadline } from './toListColumns';

/** SQL of a value that no column of an order has, by what it holds. */
const text = `''`;
const number = '0';

/** What a field is sorted by, and which of its ends comes first in the index. */
const orders: Record<
  ServiceOrderField,
  { column: keyof DbServiceListRow; first: 'asc' | 'desc'; none: string }
> = {
  service: { column: 'name_order', first: 'asc', none: text },
  owner: { column: 'owner', first: 'asc', none: text },
  catalogSystem: { column: 'catalog_system', first: 'asc', none: text },
  system: { column: 'systems', first: 'asc', none: text },
  cluster: { column: 'cluster', first: 'asc', none: text },
  exposure: { column: 'exposure_order', first: 'desc', none: number },
  egress: { column: 'egress', first: 'asc', none: text },
  risk: { column: 'risk_order', first: 'desc', none: number },
  score: { column: 'score_order', first: 'desc', none: number },
  effort: { column: 'effort_order', first: 'desc', none: number },
  deadline: { column: 'deadline', first: 'asc', none: text },
};

/** What rows are sorted by that are equal in a column. */
function amongEquals(
  column: keyof DbServiceListRow,
): 'name_order' | 'cluster_order' {
  return column === 'name_order' ? 'name_order' : 'cluster_order';
}

/**
 * So few that it is quicker to find and sort them than to follow an index in order and look each row up until enough
 * have matched. Databases that keep no statistics have to be told: an expression is sorted, a column is followed.
 */
const fewItems = 2000;

type PageRow = DbServiceListRow & {
  ref: DbCatalogEntityRow['ref'] | null;
  title: DbCatalogEntityRow['title'];
};

/** Reads a page of the list, see the interface. */
export async function readPage(
  options: ListPageQuery & {
    tx: Knex;
    /** How many match, where that is known. */
    totalItems?: number;
  },
): Promise<ListPage> {
  const { tx, orderBy, limit, from, totalItems = Infinity } = options;
  const { column, first, none } = orders[orderBy.field];
  const among = amongEquals(column);
  const backward = from?.direction === 'previous';
  const ascending = (orderBy.order === first) !== backward;
  const direction = ascending ? 'asc' : 'desc';

  const query = selectPresent(tx, options)
    .leftJoin('catalog_entities as entity', 'entity.id', 'list.entity_id')
    .select('list.*', 'entity.ref', 'entity.title')
    .orderByRaw(
      totalItems > fewItems
        ? `?? ${direction}, ?? ${direction}`
        : `coalesce(??, ${none}) ${direction}, ?? ${direction}`,
      [`list.${column}`, `list.${among}`],
    )
    .limit(limit + 1);
  if (from) {
    query.whereRaw(`(list.??, list.??) ${ascending ? '>' : '<'} (?, ?)`, [
      column,
      among,
      from.value,
      from.name,
    ]);
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
  const retirements = fromWords(row.retirements);
  const deadline = row.deadline === noDeadline ? undefined : row.deadline;
  const deadlinePrecision =
    deadline === undefined ? undefined : precisionOf(deadline, retirements);
  return {
    cluster: row.cluster,
    namespace: row.namespace,
    service: row.service,
    entityRef: row.ref ?? undefined,
    entityTitle: row.title ?? undefined,
    owner: row.owner || undefined,
    catalogSystem: row.catalog_system || undefined,
    systems: fromWords(row.systems) as IngressSystem[],
    exposure: row.exposure as Exposure,
    egress: fromWords(row.egress) as EgressKind[],
    risk: row.risk as Risk,
    score: row.score ?? undefined,
    effort: row.effort as MigrationEffort,
    deadline,
    deadlinePrecision,
    retirements,
    state: row.state as CampaignState,
    waivers: row.waivers,
    position: { value: row[column]!, name: row[amongEquals(column)] },
  };
}

/** How exactly the source of a deadline names it. */
function precisionOf(
  deadline: string,
  retirements: readonly string[],
): 'day' | 'month' {
  const source = retirements
    .map(retirementById)
    .find(retirement => retirement?.date === deadline);
  return source?.precision ?? 'day';
}
