import { child } from '../../kusto/SyntaxNode';
import { OperatorOptions, RowTransform } from '../TabularPlan';
import { compileSortKey, sortRows } from './sort';
import { readRowCount } from './take';

/** `top n by key` */
export function compileTop(options: OperatorOptions): RowTransform {
  const limit = readRowCount(options);
  const key = compileSortKey(
    child(options.node, 'ByExpression'),
    options.scope,
  );
  return rows => sortRows(rows, [key]).slice(0, limit);
}
