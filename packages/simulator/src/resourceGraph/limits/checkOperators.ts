import { SyntaxNode } from '../kusto/SyntaxNode';
import { LimitCheck, problemAt } from './LimitCheck';

/** The tabular operators of Resource Graph's documentation. */
const ALLOWED: ReadonlySet<string> = new Set([
  'CountOperator',
  'DistinctOperator',
  'ExtendOperator',
  'FilterOperator',
  'JoinOperator',
  'MvExpandOperator',
  'ParseOperator',
  'ProjectAwayOperator',
  'ProjectOperator',
  'SortOperator',
  'SummarizeOperator',
  'TakeOperator',
  'TopOperator',
  'UnionOperator',
]);

/** Other operators and statements get the code and the message that were recorded for them. */
export const checkOperators: LimitCheck = (nodes, text) =>
  nodes.filter(isDisallowed).map(node =>
    problemAt({
      node: firstToken(node),
      text,
      code: 'InvalidQueryLanguage',
      message: 'InvalidQueryLanguage',
    }),
  );

/** A query is one expression statement. */
function isDisallowed(node: SyntaxNode): boolean {
  return (
    (node.kind.endsWith('Operator') && !ALLOWED.has(node.kind)) ||
    (node.kind.endsWith('Statement') && node.kind !== 'ExpressionStatement') ||
    node.kind === 'DataTableExpression'
  );
}

function firstToken(node: SyntaxNode): SyntaxNode {
  const [first] = node.children.values();
  return first ? firstToken(first) : node;
}
