import { listItems, SyntaxNode } from '../../kusto/SyntaxNode';
import { Column, emptyOf, Row } from '../../values';
import { unsupported } from '../CompileScope';
import { OperatorOptions, RowTransform, TabularPlan } from '../TabularPlan';
import { namedParameters, parameterText } from './namedParameters';

interface UnionOptions {
  node: SyntaxNode;
  text: string;
  compileTabular(node: SyntaxNode): TabularPlan;
}

/** `table | union other, …` */
export function compileUnion(options: OperatorOptions): RowTransform {
  const { node, scope, output } = options;
  checkParameters({ node, text: scope.text });
  const others = compileLegs({ ...options, text: scope.text });
  const arrangeInput = arrange(scope.columns, output, {
    node,
    text: scope.text,
  });
  const arrangeOthers = others.map(leg =>
    arrange(leg.columns, output, { node, text: scope.text }),
  );
  return (rows, source) => [
    ...rows.map(arrangeInput),
    ...others.flatMap((leg, index) =>
      leg.run(source).map(arrangeOthers[index]),
    ),
  ];
}

/** `union table, other, …` at the beginning of a query. */
export function compileUnionOf(options: UnionOptions): TabularPlan {
  checkParameters(options);
  const columns = options.node.columns ?? [];
  const legs = compileLegs(options);
  const arranged = legs.map(leg => arrange(leg.columns, columns, options));
  return {
    columns,
    run: source =>
      legs.flatMap((leg, index) => leg.run(source).map(arranged[index])),
  };
}

function compileLegs({ node, compileTabular }: UnionOptions): TabularPlan[] {
  return listItems(node, 'Expressions').map(leg => compileTabular(leg));
}

/** Columns meet by name; a leg that lacks one has null there. */
function arrange(
  columns: readonly Column[],
  output: readonly Column[],
  { node, text }: Pick<UnionOptions, 'node' | 'text'>,
): (row: Row) => Row {
  const types = new Map(output.map(column => [column.name, column.type]));
  for (const column of columns) {
    if ((types.get(column.name) ?? column.type) !== column.type) {
      throw unsupported(
        { text },
        node,
        `A union over types of '${column.name}'`,
      );
    }
  }
  const sources = output.map(column =>
    columns.findIndex(candidate => candidate.name === column.name),
  );
  return row =>
    sources.map((index, at) =>
      index === -1 ? emptyOf(output[at].type) : row[index],
    );
}

/** The kind decides the columns only, and these the binder has found. */
function checkParameters({
  node,
  text,
}: Pick<UnionOptions, 'node' | 'text'>): void {
  for (const [name, value] of namedParameters(node)) {
    const known =
      name === 'kind' && ['inner', 'outer'].includes(parameterText(value));
    if (!known) {
      throw unsupported({ text }, value, `The union parameter ${name}`);
    }
  }
}
