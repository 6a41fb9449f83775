import { child, SyntaxNode } from '../../kusto/SyntaxNode';
import { fromJson, isBag, Value } from '../../values';
import { CompileScope, Scalar, unsupported } from '../CompileScope';
import { ScalarCompiler } from './types';

/** `bag.name` */
export function compilePath(
  node: SyntaxNode,
  scope: CompileScope,
  compile: ScalarCompiler,
): Scalar {
  const { name, kind } = child(node, 'Selector');
  if (kind !== 'NameReference' || name === undefined) {
    throw unsupported(scope, node, `The path selector (${kind})`);
  }
  const bag = compile(child(node, 'Expression'), scope);
  return {
    type: 'dynamic',
    evaluate: row => select(bag.evaluate(row), name),
  };
}

/** `bag['name']` and `array[0]` */
export function compileElement(
  node: SyntaxNode,
  scope: CompileScope,
  compile: ScalarCompiler,
): Scalar {
  const bag = compile(child(node, 'Expression'), scope);
  const selector = compile(child(child(node, 'Selector'), 'Expression'), scope);
  return {
    type: 'dynamic',
    evaluate: row => select(bag.evaluate(row), selector.evaluate(row)),
  };
}

/** A negative index counts from the end. Only own keys count: a bag may well be asked for `constructor`. */
export function select(value: Value, selector: Value): Value {
  if (Array.isArray(value)) {
    return typeof selector === 'number'
      ? fromJson(value.at(selector))
      : undefined;
  }
  if (
    isBag(value) &&
    typeof selector === 'string' &&
    Object.hasOwn(value, selector)
  ) {
    return fromJson(value[selector]);
  }
  return undefined;
}
