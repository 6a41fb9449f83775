import { listItems } from '../../kusto/SyntaxNode';
import { unsupported } from '../CompileScope';
import { compileScalar } from '../scalar/compileScalar';
import { OperatorOptions, RowTransform } from '../TabularPlan';

/** `project`: the columns that go out are the expressions, in order. */
export function compileProject(options: OperatorOptions): RowTransform {
  const { node, scope, output } = options;
  const expressions = listItems(node, 'Expressions');
  if (expressions.length !== output.length) {
    throw unsupported(scope, node, 'An expression that makes several columns');
  }
  const scalars = expressions.map(item => compileScalar(item, scope));
  return rows => rows.map(row => scalars.map(scalar => scalar.evaluate(row)));
}
