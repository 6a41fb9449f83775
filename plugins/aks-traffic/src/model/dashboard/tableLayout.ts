/** Fields that a row of the table shows; the first of each column is what its heading names and sorts by. */
export type ColumnField =
  | 'service'
  | 'owner'
  | 'catalogSystem'
  | 'cluster'
  | 'system'
  | 'exposure'
  | 'egress'
  | 'risk'
  | 'effort'
  | 'deadline';

/** The columns of the table at a width: what has no column of its own stands below another field. */
export interface TableLayout {
  /** Least width of the table in pixels at which all of it is in sight. */
  from: number;
  columns: readonly (readonly [ColumnField, ...ColumnField[]])[];
}

/** What each column needs at least, in pixels, by the field that it is named after. */
export const leastWidths: Readonly<Record<ColumnField, number>> = {
  service: 104,
  owner: 88,
  catalogSystem: 112,
  cluster: 112,
  system: 120,
  exposure: 120,
  egress: 92,
  risk: 106,
  effort: 122,
  deadline: 116,
};

/** From the widest on. Every field is in each, so that no screen is told less than another. */
export const tableLayouts: readonly TableLayout[] = [
  {
    from: 1100,
    columns: [
      ['service'],
      ['owner'],
      ['catalogSystem'],
      ['cluster'],
      ['system'],
      ['exposure'],
      ['egress'],
      ['risk'],
      ['effort'],
      ['deadline'],
    ],
  },
  {
    from: 770,
    columns: [
      ['service'],
      ['owner', 'catalogSystem'],
      ['cluster'],
      ['system', 'exposure', 'egress'],
      ['risk'],
      ['effort'],
      ['deadline'],
    ],
  },
  {
    from: 540,
    columns: [
      ['service', 'cluster'],
      ['owner', 'catalogSystem'],
      ['system', 'exposure', 'egress'],
      ['risk'],
      ['deadline', 'effort'],
    ],
  },
  {
    from: 0,
    columns: [
      ['service', 'owner', 'catalogSystem', 'cluster'],
      ['risk', 'system', 'exposure', 'egress'],
      ['deadline', 'effort'],
    ],
  },
];

/** The columns for a table of a width in pixels; those of the widest while it is not known. */
export function layoutFor(width: number | undefined): TableLayout {
  return (
    tableLayouts.find(({ from }) => width === undefined || width >= from) ??
    tableLayouts[tableLayouts.length - 1]
  );
}
