import { child, listItems, SyntaxNode } from '../../kusto/SyntaxNode';
import { emptyOf, toInteger, toReal, toText, Value } from '../../values';
import { CompileScope, unsupported } from '../CompileScope';
import { compileScalar } from '../scalar/compileScalar';
import { OperatorOptions, RowTransform } from '../TabularPlan';
import { namedParameters, parameterText } from './namedParameters';
import { placeColumns } from './placeColumns';

/** A piece of the pattern behind `with`. */
export type PatternPart =
  | { kind: 'any' }
  | { kind: 'text'; text: string }
  | { kind: 'column'; name: string; type: string };

/** `parse text with * 'a' name 'b' rest`: a text that does not match has empty columns. */
export function compileParse(options: OperatorOptions): RowTransform {
  const { node, scope, output } = options;
  checkKind(node, scope);
  const text = compileScalar(child(node, 'Expression'), scope);
  const parts = listItems(node, 'Patterns').map(part => readPart(part, scope));
  const columns = parts.filter(part => part.kind === 'column');
  const read = createTextParser(parts);
  const places = placeColumns({
    names: columns.map(column => column.name),
    node,
    scope,
    output,
  });
  return rows =>
    rows.map(row => {
      const values = read(toText(text.evaluate(row)));
      return places.map(place =>
        place.from === 'input' ? row[place.index] : values[place.index],
      );
    });
}

/** Gives the values of the pattern's columns in order. */
export function createTextParser(
  parts: PatternPart[],
): (text: string) => Value[] {
  const columns = parts.filter(part => part.kind === 'column');
  const source = parts.map((part, index) => {
    const last = index === parts.length - 1;
    switch (part.kind) {
      case 'any':
        return last ? '.*' : '.*?';
      case 'text':
        return part.text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
      default:
        return last ? '(.*)' : '(.*?)';
    }
  });
  const pattern = new RegExp(`^${source.join('')}$`, 'su');
  return text => {
    const match = pattern.exec(text);
    const values = columns.map((column, index) =>
      match ? convert(column.type, match[index + 1]) : emptyOf(column.type),
    );
    const complete = !values.includes(undefined);
    return complete ? values : columns.map(column => emptyOf(column.type));
  };
}

function convert(type: string, text: string): Value {
  switch (type) {
    case 'int':
    case 'long':
      return toInteger(text);
    case 'real':
    case 'double':
      return toReal(text);
    default:
      return text;
  }
}

function readPart(node: SyntaxNode, scope: CompileScope): PatternPart {
  switch (node.kind) {
    case 'StarExpression':
      return { kind: 'any' };
    case 'StringLiteralExpression':
    case 'CompoundStringLiteralExpression':
      return { kind: 'text', text: String(node.literal) };
    case 'NameDeclaration':
      return { kind: 'column', name: node.name ?? '', type: 'string' };
    case 'NameAndTypeDeclaration': {
      const type = child(child(node, 'Type'), 'Type').text ?? '';
      if (!['string', 'int', 'long', 'real', 'double'].includes(type)) {
        throw unsupported(scope, node, `Parsing to ${type}`);
      }
      return { kind: 'column', name: child(node, 'Name').name ?? '', type };
    }
    default:
      throw unsupported(scope, node, `The pattern (${node.kind})`);
  }
}

function checkKind(node: SyntaxNode, scope: CompileScope): void {
  for (const [name, value] of namedParameters(node)) {
    if (name !== 'kind' || parameterText(value) !== 'simple') {
      throw unsupported(scope, value, `parse ${name}=${parameterText(value)}`);
    }
  }
}
