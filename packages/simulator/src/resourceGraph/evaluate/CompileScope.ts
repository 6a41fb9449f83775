import { SyntaxNode } from '../kusto/SyntaxNode';
import { locateProblem, QueryError } from '../problems';
import { Column, Row, Value } from '../values';

/** A scalar expression, ready to be evaluated on rows. */
export interface Scalar {
  type: string;
  evaluate(row: Row): Value;
  /** Set when the value does not depend on the row. */
  constant?: boolean;
}

/** What is known where an expression stands. */
export interface CompileScope {
  /** The whole query, for the position of errors. */
  text: string;
  columns: readonly Column[];
}

/** A query that is valid but beyond this stand-in: a refusal, because a guess would be a wrong answer. */
export function unsupported(
  scope: Pick<CompileScope, 'text'>,
  node: SyntaxNode,
  what: string,
): QueryError {
  return invalid(scope, node, {
    code: 'UnsupportedBySimulator',
    message: `${what} may be valid KQL, but the simulator does not evaluate it.`,
  });
}

/** A query that Resource Graph would refuse although it parses. */
export function invalid(
  scope: Pick<CompileScope, 'text'>,
  node: SyntaxNode,
  problem: { code: string; message: string },
): QueryError {
  return new QueryError([
    locateProblem({
      ...problem,
      text: scope.text,
      start: node.start,
      end: node.end,
    }),
  ]);
}

export function columnIndex(
  scope: CompileScope,
  node: SyntaxNode,
  name: string,
): number {
  const index = scope.columns.findIndex(column => column.name === name);
  if (index === -1) {
    throw unsupported(scope, node, `The name '${name}' here`);
  }
  return index;
}
