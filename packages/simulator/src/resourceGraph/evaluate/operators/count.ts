import { RowTransform } from '../TabularPlan';

/** `count` */
export function compileCount(): RowTransform {
  return rows => [[rows.length]];
}
