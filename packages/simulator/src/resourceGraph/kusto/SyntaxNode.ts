import { Column } from '../values/Table';

/** A node of the syntax tree, free of the library that made it. */
export interface SyntaxNode {
  /** The library's name for the kind of node, such as `FilterOperator`. */
  kind: string;
  /** Offsets into the query's text. */
  start: number;
  end: number;
  /** Of tokens: the text as written. */
  text?: string;
  /** Of name references and declarations. */
  name?: string;
  /** Of literals. `undefined` is KQL's null. */
  literal?: string | number | boolean;
  /** Of scalar expressions: the type the binder found. */
  type?: string;
  /** Of tabular expressions: the columns the binder found. */
  columns?: Column[];
  /** Named children. */
  children: ReadonlyMap<string, SyntaxNode>;
  /** Of lists: the elements, without separators. */
  items: SyntaxNode[];
}

/** A child that the grammar guarantees. */
export function child(node: SyntaxNode, name: string): SyntaxNode {
  const found = node.children.get(name);
  if (!found) {
    throw new Error(`${node.kind} has no child ${name}`);
  }
  return found;
}

/** Elements of a list child; none when the list was left out. */
export function listItems(node: SyntaxNode, name: string): SyntaxNode[] {
  return node.children.get(name)?.items ?? [];
}

/** The node and everything below it, parents first. */
export function* descendants(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const below of [...node.children.values(), ...node.items]) {
    yield* descendants(below);
  }
}
