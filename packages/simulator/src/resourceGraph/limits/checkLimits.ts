import { descendants, SyntaxNode } from '../kusto/SyntaxNode';
import { QueryProblem } from '../problems';
import { checkJoins } from './checkJoins';
import { checkMvExpands } from './checkMvExpands';
import { checkOperators } from './checkOperators';
import { checkUnions } from './checkUnions';
import { LimitCheck } from './LimitCheck';

const checks: LimitCheck[] = [
  checkOperators,
  checkJoins,
  checkMvExpands,
  checkUnions,
];

/** What Resource Graph documents that it does not allow although it is KQL. */
export function checkLimits(syntax: SyntaxNode, text: string): QueryProblem[] {
  const nodes = [...descendants(syntax)];
  return checks.flatMap(check => check(nodes, text));
}
