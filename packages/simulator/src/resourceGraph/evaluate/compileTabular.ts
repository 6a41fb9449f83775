import { child, SyntaxNode } from '../kusto/SyntaxNode';
import { Column } from '../values';
import { unsupported } from './CompileScope';
import { operators } from './operators/operators';
import { compileUnionOf } from './operators/union';
import { TabularPlan } from './TabularPlan';

/** Turns a tabular expression into a plan. */
export function compileTabular(node: SyntaxNode, text: string): TabularPlan {
  const compile = (below: SyntaxNode) => compileTabular(below, text);
  switch (node.kind) {
    case 'NameReference':
      return compileTable(node);
    case 'ParenthesizedExpression':
      return compile(child(node, 'Expression'));
    case 'UnionOperator':
      return compileUnionOf({ node, text, compileTabular: compile });
    case 'PipeExpression':
      return compilePipe(node, text);
    default:
      throw unsupported(
        { text },
        node,
        `The tabular expression (${node.kind})`,
      );
  }
}

function compileTable(node: SyntaxNode): TabularPlan {
  const name = (node.name ?? '').toLowerCase();
  return {
    columns: node.columns ?? [],
    run: source => source(name).rows.slice(),
  };
}

function compilePipe(node: SyntaxNode, text: string): TabularPlan {
  const input = compileTabular(child(node, 'Expression'), text);
  const operator = child(node, 'Operator');
  const compileOperator = operators.get(operator.kind);
  if (!compileOperator) {
    throw unsupported({ text }, operator, `The operator (${operator.kind})`);
  }
  const output: readonly Column[] = node.columns ?? [];
  const transform = compileOperator({
    node: operator,
    scope: { text, columns: input.columns },
    output,
    compileTabular: below => compileTabular(below, text),
  });
  return {
    columns: output,
    run: source => transform(input.run(source), source),
  };
}
