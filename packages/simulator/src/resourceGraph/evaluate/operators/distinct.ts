import { keyOf, Row } from '../../values';
import { columnIndex } from '../CompileScope';
import { OperatorOptions, RowTransform } from '../TabularPlan';

/** `distinct` over columns. */
export function compileDistinct(options: OperatorOptions): RowTransform {
  const { node, scope, output } = options;
  const indexes = output.map(column => columnIndex(scope, node, column.name));
  return rows => {
    const seen = new Map<string, Row>();
    for (const row of rows) {
      const values = indexes.map(index => row[index]);
      const key = keyOf(values);
      if (!seen.has(key)) {
        seen.set(key, values);
      }
    }
    return [...seen.values()];
  };
}
