import { child, SyntaxNode } from '../../kusto/SyntaxNode';
import {
  compare,
  differs,
  equals,
  equalsIgnoringCase,
  toText,
  Value,
} from '../../values';
import { CompileScope, invalid, Scalar } from '../CompileScope';
import { compileRegex } from './compileRegex';
import { integerOperators, realOperators } from './arithmetic';
import { stringOperators } from './stringOperators';
import { ScalarCompiler } from './types';

type BinaryOperator = (left: Value, right: Value) => Value;

/** Null counts as false in `and` and `or`. */
const logicalOperators = new Map<string, BinaryOperator>([
  ['AndExpression', (left, right) => left === true && right === true],
  ['OrExpression', (left, right) => left === true || right === true],
]);

const equalityOperators = new Map<string, BinaryOperator>([
  ['EqualExpression', equals],
  ['NotEqualExpression', differs],
]);

const orderOperators = new Map<string, BinaryOperator>([
  ['LessThanExpression', ordered(order => order < 0)],
  ['LessThanOrEqualExpression', ordered(order => order <= 0)],
  ['GreaterThanExpression', ordered(order => order > 0)],
  ['GreaterThanOrEqualExpression', ordered(order => order >= 0)],
]);

const textOperators = new Map<string, BinaryOperator>([
  ['EqualTildeExpression', equalsIgnoringCase],
  ['BangTildeExpression', (left, right) => !equalsIgnoringCase(left, right)],
  ...[...stringOperators].map(([kind, test]): [string, BinaryOperator] => [
    kind,
    (left, right) => test(toText(left), toText(right)),
  ]),
]);

export function isBinary(node: SyntaxNode): boolean {
  return node.children.has('Left') && node.children.has('Right');
}

/** `left operator right` */
export function compileBinary(
  node: SyntaxNode,
  scope: CompileScope,
  compile: ScalarCompiler,
): Scalar {
  if (node.kind === 'MatchesRegexExpression') {
    return compileRegex(node, scope, compile);
  }
  const left = compile(child(node, 'Left'), scope);
  const right = compile(child(node, 'Right'), scope);
  const operate = findOperator({ node, scope, left, right });
  return {
    type: node.type ?? 'unknown',
    evaluate: row => operate(left.evaluate(row), right.evaluate(row)),
  };
}

function findOperator(options: {
  node: SyntaxNode;
  scope: CompileScope;
  left: Scalar;
  right: Scalar;
}): BinaryOperator {
  const { node, scope, left, right } = options;
  const bothDynamic = left.type === 'dynamic' && right.type === 'dynamic';
  const comparison =
    equalityOperators.get(node.kind) ?? orderOperators.get(node.kind);
  if (comparison && bothDynamic) {
    throw invalid(scope, node, {
      code: 'SemanticError',
      message:
        'Cannot compare values of types dynamic and dynamic. Try adding explicit casts.',
    });
  }
  const arithmetic =
    node.type === 'real'
      ? realOperators.get(node.kind)
      : integerOperators.get(node.kind);
  const operator =
    comparison ??
    logicalOperators.get(node.kind) ??
    textOperators.get(node.kind) ??
    arithmetic;
  if (!operator) {
    throw invalid(scope, node, {
      code: 'UnsupportedBySimulator',
      message: `The operator ${
        child(node, 'Operator').text
      } is not evaluated by the simulator.`,
    });
  }
  return operator;
}

function ordered(test: (order: number) => boolean): BinaryOperator {
  return (left, right) => {
    const order = compare(left, right);
    return order === undefined ? undefined : test(order);
  };
}
