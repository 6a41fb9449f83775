import { columnIndex } from '../CompileScope';
import { OperatorOptions, RowTransform } from '../TabularPlan';

/** `project-away`: what stays is what the binder says stays. */
export function compileSelection(options: OperatorOptions): RowTransform {
  const { node, scope, output } = options;
  const indexes = output.map(column => columnIndex(scope, node, column.name));
  return rows => rows.map(row => indexes.map(index => row[index]));
}
