import { child, listItems, SyntaxNode } from '../../kusto/SyntaxNode';
import { fromJson, Json } from '../../values';
import { CompileScope, Scalar, unsupported } from '../CompileScope';

const LITERALS = new Set([
  'StringLiteralExpression',
  'CompoundStringLiteralExpression',
  'LongLiteralExpression',
  'IntLiteralExpression',
  'RealLiteralExpression',
  'BooleanLiteralExpression',
]);

export function isLiteral(node: SyntaxNode): boolean {
  return LITERALS.has(node.kind);
}

export function compileLiteral(node: SyntaxNode): Scalar {
  const value = node.literal;
  return {
    type: node.type ?? 'unknown',
    constant: true,
    evaluate: () => value,
  };
}

/** `dynamic(…)` with JSON inside. */
export function compileDynamic(node: SyntaxNode, scope: CompileScope): Scalar {
  const value = fromJson(readJson(child(node, 'Expression'), scope));
  return { type: 'dynamic', constant: true, evaluate: () => value };
}

function readJson(node: SyntaxNode, scope: CompileScope): Json {
  switch (node.kind) {
    case 'JsonArrayExpression':
      return listItems(node, 'Values').map(item => readJson(item, scope));
    case 'JsonObjectExpression':
      return Object.fromEntries(
        listItems(node, 'Pairs').map(pair => [
          child(pair, 'Name').name ?? '',
          readJson(child(pair, 'Value'), scope),
        ]),
      );
    case 'NullLiteralExpression':
      return null;
    default:
      if (isLiteral(node)) {
        return node.literal ?? null;
      }
      throw unsupported(scope, node, `The JSON value (${node.kind})`);
  }
}
