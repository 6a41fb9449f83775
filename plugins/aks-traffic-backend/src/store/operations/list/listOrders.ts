import { ServiceOrderField } from 'backstage-plugin-aks-traffic-common';
import { DbServiceListRow } from '../../tables';

/** Columns that hold a number in every row. */
type NumberColumn =
  | 'exposure_order'
  | 'risk_order'
  | 'score_order'
  | 'effort_order';

/** Columns that hold a text in every row. */
type TextColumn = keyof Pick<
  DbServiceListRow,
  | 'name_order'
  | 'owner'
  | 'catalog_system'
  | 'systems'
  | 'cluster'
  | 'egress'
  | 'deadline'
>;

/** What a field is sorted by. There is an index for each. */
export interface ListOrder {
  column: NumberColumn | TextColumn;
  /** What equals are sorted by first. */
  then?: NumberColumn;
  /** What equals are sorted by at last: unique. */
  among: 'name_order' | 'cluster_order';
  /** Which of its ends comes first in the index. */
  first: 'asc' | 'desc';
  /** SQL of a value that no row has in the column, of its type. */
  none: string;
}

const text = `''`;

/** How the list can be sorted. Of one risk the highest score comes first. */
export const listOrders: Record<ServiceOrderField, ListOrder> = {
  service: {
    column: 'name_order',
    among: 'name_order',
    first: 'asc',
    none: text,
  },
  owner: byText('owner'),
  catalogSystem: byText('catalog_system'),
  system: byText('systems'),
  cluster: byText('cluster'),
  exposure: byNumber('exposure_order'),
  egress: byText('egress'),
  risk: { ...byNumber('risk_order'), then: 'score_order' },
  score: byNumber('score_order'),
  effort: byNumber('effort_order'),
  deadline: byText('deadline'),
};

function byText(column: TextColumn): ListOrder {
  return { column, among: 'cluster_order', first: 'asc', none: text };
}

/** What people look for first has the lowest number. */
function byNumber(column: NumberColumn): ListOrder {
  return { column, among: 'cluster_order', first: 'desc', none: '0' };
}
