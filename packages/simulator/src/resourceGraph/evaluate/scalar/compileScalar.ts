import { child, SyntaxNode } from '../../kusto/SyntaxNode';
import {
  columnIndex,
  CompileScope,
  Scalar,
  unsupported,
} from '../CompileScope';
import { compileBinary, isBinary } from './compileBinary';
import { compileCall } from './compileCall';
import { compileIn, isIn } from './compileIn';
import { compileDynamic, compileLiteral, isLiteral } from './compileLiteral';
import { compileElement, compilePath } from './compilePath';

/** Turns a scalar expression into a function of a row. */
export function compileScalar(node: SyntaxNode, scope: CompileScope): Scalar {
  switch (node.kind) {
    case 'NameReference':
      return compileColumn(node, scope);
    case 'ParenthesizedExpression':
    case 'SimpleNamedExpression':
      return compileScalar(child(node, 'Expression'), scope);
    case 'PathExpression':
      return compilePath(node, scope, compileScalar);
    case 'ElementExpression':
      return compileElement(node, scope, compileScalar);
    case 'FunctionCallExpression':
      return compileCall(node, scope, compileScalar);
    case 'DynamicExpression':
      return compileDynamic(node, scope);
    case 'UnaryMinusExpression':
    case 'UnaryPlusExpression':
      return compileSign(node, scope);
    default:
      if (isLiteral(node)) {
        return compileLiteral(node);
      }
      if (isIn(node)) {
        return compileIn(node, scope, compileScalar);
      }
      if (isBinary(node)) {
        return compileBinary(node, scope, compileScalar);
      }
      throw unsupported(scope, node, `The expression (${node.kind})`);
  }
}

function compileColumn(node: SyntaxNode, scope: CompileScope): Scalar {
  const index = columnIndex(scope, node, node.name ?? '');
  return {
    type: scope.columns[index].type,
    evaluate: row => row[index],
  };
}

function compileSign(node: SyntaxNode, scope: CompileScope): Scalar {
  const operand = compileScalar(child(node, 'Expression'), scope);
  const sign = node.kind === 'UnaryMinusExpression' ? -1 : 1;
  return {
    ...operand,
    evaluate: row => {
      const value = operand.evaluate(row);
      return typeof value === 'number' ? sign * value : undefined;
    },
  };
}
