import { SyntaxNode } from '../../../kusto/SyntaxNode';
import { toInteger, toText } from '../../../values';
import { CompileScope, Scalar, unsupported } from '../../CompileScope';
import { readRegex } from '../compileRegex';
import { ScalarCompiler } from '../types';

interface RegexCall {
  argumentNodes: SyntaxNode[];
  scope: CompileScope;
  compile: ScalarCompiler;
}

/** `extract(pattern, group, text)`: the group's text in the first match, or the empty string. */
function extract(call: RegexCall): Scalar {
  const { argumentNodes, scope, compile } = call;
  if (argumentNodes.length !== 3) {
    throw unsupported(scope, argumentNodes[0], 'extract() to another type');
  }
  const [, group, text] = argumentNodes.map(node => compile(node, scope));
  const pattern = regexArgument(call, 0);
  return {
    type: 'string',
    evaluate: row => {
      const match = pattern.exec(toText(text.evaluate(row)));
      return match?.[toInteger(group.evaluate(row)) ?? 0] ?? '';
    },
  };
}

/** `trim(pattern, text)` and its one-sided forms. */
function trim(sides: { start: boolean; end: boolean }) {
  return (call: RegexCall): Scalar => {
    const pattern = regexArgument(call, 0);
    const begin = new RegExp(`^(?:${pattern.source})+`, pattern.flags);
    const end = new RegExp(`(?:${pattern.source})+$`, pattern.flags);
    const text = call.compile(call.argumentNodes[1], call.scope);
    return {
      type: 'string',
      evaluate: row => {
        let value = toText(text.evaluate(row));
        value = sides.start ? value.replace(begin, '') : value;
        return sides.end ? value.replace(end, '') : value;
      },
    };
  };
}

/** `replace_regex(text, pattern, replacement)`, where `\1` stands for a group. */
function replaceRegex(call: RegexCall): Scalar {
  const { argumentNodes, scope, compile } = call;
  const pattern = regexArgument(call, 1, 'g');
  const [text, , replacement] = argumentNodes.map(node => compile(node, scope));
  return {
    type: 'string',
    evaluate: row => {
      const template = toText(replacement.evaluate(row));
      return toText(text.evaluate(row)).replace(pattern, (...match) =>
        template.replace(/\\(\d)/g, (_, group) => match[Number(group)] ?? ''),
      );
    },
  };
}

function regexArgument(call: RegexCall, index: number, flags?: string): RegExp {
  const node = call.argumentNodes[index];
  return readRegex({
    node,
    scope: call.scope,
    pattern: call.compile(node, call.scope),
    flags,
  });
}

/** Functions whose pattern has to be known when the query is compiled. */
export const regexFunctions: ReadonlyMap<string, (call: RegexCall) => Scalar> =
  new Map([
    ['extract', extract],
    ['trim', trim({ start: true, end: true })],
    ['trim_start', trim({ start: true, end: false })],
    ['trim_end', trim({ start: false, end: true })],
    ['replace_regex', replaceRegex],
  ]);
