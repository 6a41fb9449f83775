import { SyntaxNode } from '../kusto/SyntaxNode';
import { locateProblem, QueryProblem } from '../problems';

export type LimitCheck = (
  nodes: readonly SyntaxNode[],
  text: string,
) => QueryProblem[];

/** The code for a limit of which no recorded answer is known. */
export const LIMIT_CODE = 'DisallowedLogicalOperator';

export function ofKind(
  nodes: readonly SyntaxNode[],
  kind: string,
): SyntaxNode[] {
  return nodes.filter(node => node.kind === kind);
}

export function problemAt(options: {
  node: SyntaxNode;
  text: string;
  code: string;
  message: string;
}): QueryProblem {
  const { node, ...rest } = options;
  return locateProblem({ ...rest, start: node.start, end: node.end });
}

/** One problem for each node beyond the number that is allowed. */
export function tooMany(options: {
  nodes: SyntaxNode[];
  allowed: number;
  what: string;
  text: string;
}): QueryProblem[] {
  const { nodes, allowed, what, text } = options;
  const inOrder = nodes.toSorted((left, right) => left.start - right.start);
  return inOrder.slice(allowed).map(node =>
    problemAt({
      node,
      text,
      code: LIMIT_CODE,
      message: `A query may use ${what} at most ${allowed} times.`,
    }),
  );
}
