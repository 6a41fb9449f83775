import { child, listItems, SyntaxNode } from '../../kusto/SyntaxNode';
import {
  equals,
  equalsIgnoringCase,
  fromJson,
  toText,
  Value,
} from '../../values';
import { CompileScope, Scalar, unsupported } from '../CompileScope';
import { stringOperators } from './stringOperators';
import { ScalarCompiler } from './types';

interface ListTest {
  matches(left: Value, right: Value): boolean;
  /** Whether one match is enough, or all have to. */
  all?: boolean;
  negated?: boolean;
}

const sameCase = (left: Value, right: Value) => equals(left, right) === true;
const has = stringOperators.get('HasExpression')!;
const hasText = (left: Value, right: Value) => has(toText(left), toText(right));

const listTests = new Map<string, ListTest>([
  ['in', { matches: sameCase }],
  ['!in', { matches: sameCase, negated: true }],
  ['in~', { matches: equalsIgnoringCase }],
  ['!in~', { matches: equalsIgnoringCase, negated: true }],
  ['has_any', { matches: hasText }],
  ['has_all', { matches: hasText, all: true }],
]);

export function isIn(node: SyntaxNode): boolean {
  return listTests.has(node.children.get('Operator')?.text ?? '');
}

/** `value in (…)` and its relatives. A dynamic array in the list stands for its elements. */
export function compileIn(
  node: SyntaxNode,
  scope: CompileScope,
  compile: ScalarCompiler,
): Scalar {
  const test = listTests.get(child(node, 'Operator').text!)!;
  const left = compile(child(node, 'Left'), scope);
  const items = listItems(child(node, 'Right'), 'Expressions').map(item => {
    if (item.columns) {
      throw unsupported(scope, item, 'A table as the right side of `in`');
    }
    return compile(item, scope);
  });
  return {
    type: 'bool',
    evaluate: row => {
      const value = left.evaluate(row);
      const candidates = items.flatMap(item => spread(item.evaluate(row)));
      const found = test.all
        ? candidates.every(candidate => test.matches(value, candidate))
        : candidates.some(candidate => test.matches(value, candidate));
      return test.negated ? !found : found;
    },
  };
}

function spread(value: Value): Value[] {
  return Array.isArray(value) ? value.map(fromJson) : [value];
}
