import { SyntaxNode } from '../../kusto/SyntaxNode';
import { Column } from '../../values';
import { CompileScope, unsupported } from '../CompileScope';

/** Where each outgoing column comes from. */
export type ColumnPlace =
  | { from: 'input'; index: number }
  | { from: 'expression'; index: number };

/**
 * For operators that add columns: an expression whose name is that of an incoming column takes its place, the others
 * are the columns that are new, in order.
 */
export function placeColumns(options: {
  names: (string | undefined)[];
  node: SyntaxNode;
  scope: CompileScope;
  output: readonly Column[];
}): ColumnPlace[] {
  const { names, node, scope, output } = options;
  const incoming = new Map(
    scope.columns.map((column, index) => [column.name, index]),
  );
  const unnamed = names.flatMap((name, index) =>
    name === undefined ? [index] : [],
  );
  const places = output.map((column): ColumnPlace => {
    const named = names.lastIndexOf(column.name);
    if (named !== -1) {
      return { from: 'expression', index: named };
    }
    const input = incoming.get(column.name);
    if (input !== undefined) {
      return { from: 'input', index: input };
    }
    const next = unnamed.shift();
    if (next === undefined) {
      throw unsupported(scope, node, `The column '${column.name}'`);
    }
    return { from: 'expression', index: next };
  });
  if (unnamed.length > 0) {
    throw unsupported(scope, node, 'An expression without a name');
  }
  return places;
}

/** The name an expression gives to its column, when it is written there. */
export function writtenName(node: SyntaxNode): string | undefined {
  switch (node.kind) {
    case 'NameReference':
      return node.name;
    case 'SimpleNamedExpression':
      return node.children.get('Name')?.name;
    default:
      return undefined;
  }
}
