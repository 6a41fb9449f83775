import { compileTabular } from './evaluate/compileTabular';
import { TableSource, TabularPlan } from './evaluate/TabularPlan';
import { parseQuery } from './kusto/parseQuery';
import { child, descendants, SyntaxNode } from './kusto/SyntaxNode';
import { checkLimits } from './limits/checkLimits';
import { QueryError } from './problems';
import { Column, Table } from './values';

/** A query that is ready to be run. */
export interface CompiledQuery {
  columns: readonly Column[];
  /** Tabular operators as written, in order. */
  operators: string[];
  /** Whether pages can be continued: not after `take`, and not when no column has values that can be compared. */
  pageable: boolean;
  run(source: TableSource): Table;
}

/**
 * Accepts a query as Resource Graph would, or throws a {@link QueryError} that says what it or the simulator refuses.
 */
export function compileQuery(text: string): CompiledQuery {
  const parsed = parseQuery(text);
  if (parsed.problems.length > 0) {
    throw new QueryError(parsed.problems);
  }
  const problems = checkLimits(parsed.syntax, text);
  if (problems.length > 0) {
    throw new QueryError(problems);
  }
  const plan = compileTabular(queryExpression(parsed.syntax, text), text);
  const operators = operatorsOf(parsed.syntax);
  return {
    columns: plan.columns,
    operators,
    pageable: isPageable(plan, operators),
    run: source => ({
      columns: [...plan.columns],
      rows: plan.run(source),
    }),
  };
}

/** A file may hold comments only, and a text two statements: Resource Graph answers one query. */
function queryExpression(syntax: SyntaxNode, text: string): SyntaxNode {
  const statements = [...descendants(syntax)].filter(
    node => node.kind === 'ExpressionStatement',
  );
  if (statements.length !== 1) {
    throw new QueryError([
      {
        code: 'ParserFailure',
        message: `A request holds one query, this one holds ${statements.length}.`,
        line: 1,
        column: 1,
        token: text.trim().split(/\s/)[0] || '<EOF>',
      },
    ]);
  }
  return child(statements[0], 'Expression');
}

function operatorsOf(syntax: SyntaxNode): string[] {
  return [...descendants(syntax)]
    .filter(node => node.kind.endsWith('Operator'))
    .sort((left, right) => left.start - right.start)
    .flatMap(node => [...node.children.values()][0]?.text ?? []);
}

function isPageable(plan: TabularPlan, operators: string[]): boolean {
  const truncating = operators.some(name => ['take', 'limit'].includes(name));
  return !truncating && plan.columns.some(column => column.type !== 'dynamic');
}
