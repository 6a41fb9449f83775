import { child, listItems, SyntaxNode } from '../../kusto/SyntaxNode';
import { emptyOf, fromJson, isBag, Json, Row, Value } from '../../values';
import { CompileScope, unsupported } from '../CompileScope';
import { compileScalar } from '../scalar/compileScalar';
import { OperatorOptions, RowTransform } from '../TabularPlan';
import { namedParameters, parameterText } from './namedParameters';
import { placeColumns, writtenName } from './placeColumns';

/** Resource Graph's default; the rest of a longer array is lost without a word. */
export const DEFAULT_ROW_LIMIT = 128;

export type BagExpansion = 'bag' | 'array';

interface Expansion {
  name?: string;
  evaluate(row: Row): Value;
  /** Type of the column that comes out. */
  type: string;
}

/** `mv-expand`: several expressions are expanded side by side. */
export function compileMvExpand(options: OperatorOptions): RowTransform {
  const { node, scope, output } = options;
  const expansions = listItems(node, 'Expressions').map(item =>
    compileExpansion(item, scope),
  );
  const { bags, indexName } = readParameters(node, scope);
  const limit = readLimit(node, scope);
  const places = placeColumns({
    names: [
      ...expansions.map(expansion => expansion.name),
      ...(indexName === undefined ? [] : [indexName]),
    ],
    node,
    scope,
    output,
  });
  return rows =>
    rows.flatMap(row => {
      const lists = expansions.map(expansion =>
        expand(expansion.evaluate(row), bags),
      );
      const length = Math.max(...lists.map(list => list.length));
      return Array.from({ length: Math.min(length, limit) }, (_, index) => {
        const values: Value[] = lists.map((list, at) =>
          castTo(expansions[at].type, list[index]),
        );
        values.push(index);
        return places.map(place =>
          place.from === 'input' ? row[place.index] : values[place.index],
        );
      });
    });
}

/** Null and a single value make one row, an empty array or bag makes none. */
export function expand(value: Value, bags: BagExpansion): Value[] {
  if (Array.isArray(value)) {
    return value.map(fromJson);
  }
  if (isBag(value)) {
    return Object.entries(value).map(
      ([key, inner]): Json =>
        bags === 'bag' ? Object.fromEntries([[key, inner]]) : [key, inner],
    );
  }
  return [value];
}

function compileExpansion(node: SyntaxNode, scope: CompileScope): Expansion {
  const expression = child(node, 'Expression');
  const typeOf = node.children.get('ToTypeOf')?.children.get('TypeOf');
  const [castType] = typeOf ? listItems(typeOf, 'Types') : [];
  return {
    name: writtenName(expression),
    evaluate: compileScalar(expression, scope).evaluate,
    type: castType?.children.get('Type')?.text ?? 'dynamic',
  };
}

/** `to typeof()` casts and does not convert: what has another type becomes null. */
function castTo(type: string, value: Value): Value {
  switch (type) {
    case 'dynamic':
      return value;
    case 'string':
      return typeof value === 'string' ? value : emptyOf('string');
    case 'bool':
      return typeof value === 'boolean' ? value : undefined;
    default:
      return typeof value === 'number' ? value : undefined;
  }
}

function readParameters(
  node: SyntaxNode,
  scope: CompileScope,
): { bags: BagExpansion; indexName?: string } {
  let bags: BagExpansion = 'bag';
  let indexName: string | undefined;
  for (const [name, value] of namedParameters(node)) {
    const text = parameterText(value);
    if (name === 'with_itemindex') {
      indexName = text;
    } else if (
      (name === 'bagexpansion' || name === 'kind') &&
      (text === 'bag' || text === 'array')
    ) {
      bags = text;
    } else {
      throw unsupported(scope, value, `The parameter ${name}=${text}`);
    }
  }
  return { bags, indexName };
}

function readLimit(node: SyntaxNode, scope: CompileScope): number {
  const clause = node.children.get('RowLimitClause');
  if (!clause) {
    return DEFAULT_ROW_LIMIT;
  }
  const { literal } = child(clause, 'RowLimit');
  if (typeof literal !== 'number') {
    throw unsupported(scope, clause, 'This row limit');
  }
  return literal;
}
