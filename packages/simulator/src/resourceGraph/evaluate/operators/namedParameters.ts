import { child, listItems, SyntaxNode } from '../../kusto/SyntaxNode';

/** `name=value` parameters that stand behind an operator's keyword. */
export function namedParameters(node: SyntaxNode): Map<string, SyntaxNode> {
  return new Map(
    listItems(node, 'Parameters').map(parameter => [
      (child(parameter, 'Name').name ?? '').toLowerCase(),
      child(parameter, 'Expression'),
    ]),
  );
}

/** The value as written. */
export function parameterText(node: SyntaxNode): string {
  return (
    node.name ?? node.children.get('Token')?.text ?? String(node.literal ?? '')
  );
}
