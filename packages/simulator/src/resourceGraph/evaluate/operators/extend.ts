import { listItems } from '../../kusto/SyntaxNode';
import { compileScalar } from '../scalar/compileScalar';
import { OperatorOptions, RowTransform } from '../TabularPlan';
import { placeColumns, writtenName } from './placeColumns';

/** `extend`: every expression sees the row as it comes in. */
export function compileExtend(options: OperatorOptions): RowTransform {
  const { node, scope, output } = options;
  const expressions = listItems(node, 'Expressions');
  const scalars = expressions.map(item => compileScalar(item, scope));
  const places = placeColumns({
    names: expressions.map(writtenName),
    node,
    scope,
    output,
  });
  return rows =>
    rows.map(row => {
      const values = scalars.map(scalar => scalar.evaluate(row));
      return places.map(place =>
        place.from === 'input' ? row[place.index] : values[place.index],
      );
    });
}
