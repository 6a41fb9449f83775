import { child, listItems, SyntaxNode } from '../../kusto/SyntaxNode';
import { CompileScope, Scalar, unsupported } from '../CompileScope';
import { scalarFunctions } from './functions/scalarFunctions';
import { regexFunctions } from './functions/regexFunctions';
import { ScalarCompiler } from './types';

/** A call of a scalar function. */
export function compileCall(
  node: SyntaxNode,
  scope: CompileScope,
  compile: ScalarCompiler,
): Scalar {
  const name = child(node, 'Name').name ?? '';
  const argumentNodes = listItems(child(node, 'ArgumentList'), 'Expressions');
  const withRegex = regexFunctions.get(name);
  if (withRegex) {
    return withRegex({ argumentNodes, scope, compile });
  }
  const call = scalarFunctions.get(name);
  if (!call) {
    throw unsupported(scope, node, `The function ${name}()`);
  }
  const args = argumentNodes.map(argument => compile(argument, scope));
  const types = args.map(argument => argument.type);
  return {
    type: node.type ?? 'unknown',
    evaluate: row =>
      call(
        args.map(argument => argument.evaluate(row)),
        types,
      ),
  };
}
