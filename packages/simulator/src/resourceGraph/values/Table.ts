import { Value } from './Value';

export interface Column {
  name: string;
  /** KQL's name: `string`, `long`, `int`, `real`, `bool`, `dynamic`, … */
  type: string;
}

/** Values in the order of the columns. */
export type Row = readonly Value[];

export interface Table {
  columns: Column[];
  rows: Row[];
}
