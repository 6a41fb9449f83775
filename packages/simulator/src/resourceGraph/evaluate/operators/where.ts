import { child } from '../../kusto/SyntaxNode';
import { compileScalar } from '../scalar/compileScalar';
import { OperatorOptions, RowTransform } from '../TabularPlan';

/** `where condition`: rows for which it is null go too. */
export function compileWhere({ node, scope }: OperatorOptions): RowTransform {
  const condition = compileScalar(child(node, 'Condition'), scope);
  return rows => rows.filter(row => condition.evaluate(row) === true);
}
