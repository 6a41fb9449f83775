import { Column } from '../values/Table';
import { KustoLibrary, KustoNode, KustoType } from './KustoLibrary';
import { SyntaxNode } from './SyntaxNode';

/** Copies the library's tree into plain values. */
export function readSyntax(library: KustoLibrary, node: KustoNode): SyntaxNode {
  const kind = library.System.Enum.toString(
    library.Kusto.Language.Syntax.SyntaxKind,
    node.Kind,
  );
  const children = new Map<string, SyntaxNode>();
  const items: SyntaxNode[] = [];
  for (let index = 0; index < node.ChildCount; index += 1) {
    const below = node.GetChild(index);
    if (!below || (below.IsToken && !below.Text)) {
      continue;
    }
    if (kind === 'List') {
      items.push(readSyntax(library, elementOf(library, below)));
    } else {
      children.set(
        node.GetName(index) ?? String(index),
        readSyntax(library, below),
      );
    }
  }
  return {
    kind,
    start: node.TextStart,
    end: node.End,
    text: node.IsToken ? node.Text : undefined,
    name: nameOf(kind, node),
    literal: unbox(node.LiteralValue),
    type: node.ResultType?.Columns ? undefined : node.ResultType?.Name,
    columns: readColumns(node.ResultType),
    children,
    items,
  };
}

export function readColumns(
  type: KustoType | null | undefined,
): Column[] | undefined {
  if (!type?.Columns) {
    return undefined;
  }
  const columns: Column[] = [];
  for (let index = 0; index < type.Columns.Count; index += 1) {
    const column = type.Columns.getItem(index);
    columns.push({ name: column.Name, type: column.Type.Name });
  }
  return columns;
}

/** The keys of JSON objects are tokens, names are nodes; both are read as names. */
function nameOf(kind: string, node: KustoNode): string | undefined {
  if (kind === 'NameReference' || kind === 'NameDeclaration') {
    return node.SimpleName;
  }
  return node.IsToken ? node.ValueText : undefined;
}

function elementOf(library: KustoLibrary, node: KustoNode): KustoNode {
  const kind = library.System.Enum.toString(
    library.Kusto.Language.Syntax.SyntaxKind,
    node.Kind,
  );
  return (kind === 'SeparatedElement' && node.GetChild(0)) || node;
}

function unbox(value: unknown): string | number | boolean | undefined {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    case 'object':
      return value === null ? undefined : unboxObject(value);
    default:
      return undefined;
  }
}

/** Ints, reals and booleans come boxed with their value in `v`, longs as 64-bit integer objects. */
function unboxObject(value: object): number | boolean | undefined {
  const inner = (value as { v?: unknown }).v;
  if (typeof inner === 'number' || typeof inner === 'boolean') {
    return inner;
  }
  const parsed = Number(value.toString());
  return Number.isSafeInteger(parsed) ? parsed : undefined;
}
