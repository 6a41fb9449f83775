import { child } from '../../kusto/SyntaxNode';
import { unsupported } from '../CompileScope';
import { compileScalar } from '../scalar/compileScalar';
import { OperatorOptions, RowTransform } from '../TabularPlan';

/** `take n`, also spelled `limit n`: any rows, here the first. */
export function compileTake(options: OperatorOptions): RowTransform {
  const limit = readRowCount(options);
  return rows => rows.slice(0, limit);
}

/** The number of rows that `take` and `top` are told. */
export function readRowCount({ node, scope }: OperatorOptions): number {
  const expression = child(node, 'Expression');
  const scalar = compileScalar(expression, { ...scope, columns: [] });
  const value = scalar.constant ? scalar.evaluate([]) : undefined;
  if (typeof value !== 'number' || value < 0) {
    throw unsupported(scope, expression, 'This number of rows');
  }
  return value;
}
