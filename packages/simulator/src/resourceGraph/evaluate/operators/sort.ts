import { child, listItems, SyntaxNode } from '../../kusto/SyntaxNode';
import { compare, Row, Value } from '../../values';
import { CompileScope, Scalar } from '../CompileScope';
import { compileScalar } from '../scalar/compileScalar';
import { OperatorOptions, RowTransform } from '../TabularPlan';

export interface SortKey {
  evaluate: Scalar['evaluate'];
  descending: boolean;
  nullsFirst: boolean;
}

/** `order by`, also spelled `sort by`. */
export function compileSort({ node, scope }: OperatorOptions): RowTransform {
  const keys = listItems(node, 'Expressions').map(item =>
    compileSortKey(item, scope),
  );
  return rows => sortRows(rows, keys);
}

/** Descending unless told otherwise; nulls are at the low end unless told otherwise. */
export function compileSortKey(node: SyntaxNode, scope: CompileScope): SortKey {
  if (node.kind !== 'OrderedExpression') {
    return {
      evaluate: compileScalar(node, scope).evaluate,
      descending: true,
      nullsFirst: false,
    };
  }
  const ordering = child(node, 'Ordering').children;
  const descending = ordering.get('AscOrDescKeyword')?.text !== 'asc';
  const nulls = ordering
    .get('NullsClause')
    ?.children.get('FirstOrLastKeyword')?.text;
  return {
    evaluate: compileScalar(child(node, 'Expression'), scope).evaluate,
    descending,
    nullsFirst: nulls ? nulls === 'first' : !descending,
  };
}

/** Rows with equal keys keep their order. */
export function sortRows(rows: Row[], keys: SortKey[]): Row[] {
  const keyed = rows.map(row => ({
    row,
    values: keys.map(key => key.evaluate(row)),
  }));
  keyed.sort((left, right) => {
    for (const [index, key] of keys.entries()) {
      const order = compareBy(key, left.values[index], right.values[index]);
      if (order !== 0) {
        return order;
      }
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}

function compareBy(key: SortKey, left: Value, right: Value): number {
  if (left === undefined || right === undefined) {
    const order = Number(right === undefined) - Number(left === undefined);
    return key.nullsFirst ? order : -order;
  }
  const order = compare(left, right) ?? 0;
  return key.descending ? -order : order;
}
