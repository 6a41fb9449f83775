import {
  CampaignState,
  EgressKind,
  Exposure,
  IngressSystem,
  MigrationEffort,
  Risk,
} from 'backstage-plugin-aks-traffic-common';
import { retirementById } from 'backstage-plugin-aks-traffic-engine';
import { Knex } from 'knex';
import { ListedService, ListPage, ListPageQuery } from '../../listTypes';
import { DbCatalogEntityRow, DbServiceListRow } from '../../tables';
import { fromWords } from '../../words';
import { ListOrder, listOrders } from './listOrders';
import { selectPresent } from './selectListed';
import { noDeadline } from './toListColumns';

/**
 * So few that it is quicker to find and sort them than to follow an index in order and look each row up until enough
 * have matched. Databases that keep no statistics have to be told: an expression is sorted, a column is followed.
 */
const fewItems = 2000;

type PageRow = DbServiceListRow & {
  ref: DbCatalogEntityRow['ref'] | null;
  title: DbCatalogEntityRow['title'];
};

/** Reads a page of the list without its clusters, see the interface. */
export async function readPage(
  options: ListPageQuery & {
    tx: Knex;
    /** How many match, where that is known. */
    totalItems?: number;
  },
): Promise<Omit<ListPage, 'clusters'>> {
  const { tx, orderBy, limit, from, totalItems = Infinity } = options;
  const listOrder = listOrders[orderBy.field];
  const { first, none } = listOrder;
  const backward = from?.direction === 'previous';
  const ascending = (orderBy.order === first) !== backward;
  const direction = ascending ? 'asc' : 'desc';
  const columns = columnsOf(listOrder);
  const [leading, ...others] = columns;

  const query = selectPresent(tx, options)
    .leftJoin('catalog_entities as entity', 'entity.id', 'list.entity_id')
    .select('list.*', 'entity.ref', 'entity.title')
    .orderByRaw(
      [
        totalItems > fewItems ? leading : `coalesce(${leading}, ${none})`,
        ...others,
      ]
        .map(key => `${key} ${direction}`)
        .join(', '),
    )
    .limit(limit + 1);
  if (from) {
    const values = [
      from.value,
      ...(listOrder.then ? [from.then ?? 0] : []),
      from.name,
    ];
    query.whereRaw(
      `(${columns.join(', ')}) ${ascending ? '>' : '<'} (${values
        .map(() => '?')
        .join(', ')})`,
      values,
    );
  }
  const rows: PageRow[] = await query;
  const page = rows.slice(0, limit);
  if (backward) {
    page.reverse();
  }
  return {
    services: page.map(row => toListedService(row, listOrder)),
    more: rows.length > limit,
  };
}

function columnsOf({ column, then, among }: ListOrder): string[] {
  return [column, ...(then ? [then] : []), among].map(name => `list.${name}`);
}

function toListedService(
  row: PageRow,
  { column, then, among }: ListOrder,
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
    position: {
      value: row[column],
      ...(then && { then: row[then] }),
      name: row[among],
    },
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
