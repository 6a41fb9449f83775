import { child, listItems, SyntaxNode } from '../../kusto/SyntaxNode';
import { keyOf, Row, Value } from '../../values';
import { Aggregate, aggregates } from '../aggregates';
import { CompileScope, Scalar, unsupported } from '../CompileScope';
import { compileScalar } from '../scalar/compileScalar';
import { OperatorOptions, RowTransform } from '../TabularPlan';

interface AggregateCall {
  aggregate: Aggregate;
  args: Scalar[];
}

interface Group {
  keys: Value[];
  rows: Row[];
}

/** `summarize … by …`: without rows and keys there is one row of empty aggregates, with keys there is none. */
export function compileSummarize(options: OperatorOptions): RowTransform {
  const { node, scope, output } = options;
  const by = node.children.get('ByClause');
  const keys = (by ? listItems(by, 'Expressions') : []).map(item =>
    compileScalar(item, scope),
  );
  const calls = listItems(node, 'Aggregates').map(item =>
    compileAggregate(item, scope),
  );
  if (listItems(node, 'Parameters').length > 0) {
    throw unsupported(scope, node, 'A parameter of summarize');
  }
  if (keys.length + calls.length !== output.length) {
    throw unsupported(scope, node, 'An aggregate that makes several columns');
  }
  return rows => {
    const groups = groupRows(rows, keys);
    if (keys.length === 0 && groups.length === 0) {
      groups.push({ keys: [], rows: [] });
    }
    return groups.map(group => [
      ...group.keys,
      ...calls.map(({ aggregate, args }) =>
        aggregate(
          group.rows.map(row => args.map(argument => argument.evaluate(row))),
        ),
      ),
    ]);
  };
}

function groupRows(rows: Row[], keys: Scalar[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const values = keys.map(key => key.evaluate(row));
    const key = keyOf(values);
    const group = groups.get(key);
    if (group) {
      group.rows.push(row);
    } else {
      groups.set(key, { keys: values, rows: [row] });
    }
  }
  return [...groups.values()];
}

function compileAggregate(
  node: SyntaxNode,
  scope: CompileScope,
): AggregateCall {
  const call =
    node.kind === 'SimpleNamedExpression' ? child(node, 'Expression') : node;
  const name =
    call.kind === 'FunctionCallExpression'
      ? child(call, 'Name').name ?? ''
      : '';
  const aggregate = aggregates.get(name);
  if (!aggregate) {
    throw unsupported(scope, call, `The aggregate ${name || call.kind}`);
  }
  const args = listItems(child(call, 'ArgumentList'), 'Expressions');
  return {
    aggregate,
    args: args.map(argument => compileScalar(argument, scope)),
  };
}
