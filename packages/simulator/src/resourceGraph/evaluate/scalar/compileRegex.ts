import { child, SyntaxNode } from '../../kusto/SyntaxNode';
import { toText } from '../../values';
import { CompileScope, invalid, Scalar, unsupported } from '../CompileScope';
import { ScalarCompiler } from './types';

/** `matches regex` with a pattern that is a constant. */
export function compileRegex(
  node: SyntaxNode,
  scope: CompileScope,
  compile: ScalarCompiler,
): Scalar {
  const left = compile(child(node, 'Left'), scope);
  const patternNode = child(node, 'Right');
  const pattern = readRegex({
    node: patternNode,
    scope,
    pattern: compile(patternNode, scope),
  });
  return {
    type: 'bool',
    evaluate: row => pattern.test(toText(left.evaluate(row))),
  };
}

/** KQL's patterns are RE2's, JavaScript's are near enough save for the flags at the beginning. */
export function readRegex(options: {
  node: SyntaxNode;
  scope: CompileScope;
  pattern: Scalar;
  flags?: string;
}): RegExp {
  const { node, scope, pattern, flags = '' } = options;
  if (!pattern.constant) {
    throw unsupported(scope, node, 'A regular expression that is no constant');
  }
  const text = toText(pattern.evaluate([]));
  const ignoreCase = text.startsWith('(?i)');
  try {
    return new RegExp(
      ignoreCase ? text.slice(4) : text,
      `${flags}${ignoreCase ? 'iu' : 'u'}`,
    );
  } catch {
    throw invalid(scope, node, {
      code: 'SemanticError',
      message: `'${text}' is not a regular expression that the simulator understands.`,
    });
  }
}
