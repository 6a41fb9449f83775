import { InputError } from '@backstage/errors';
import { isLabelKey, isLabelValue } from './labelSyntax';
import { TokenReader } from './TokenReader';
import { LabelRequirement } from './types';

const largestInteger = 2n ** 63n - 1n;

function parseKey(reader: TokenReader): string {
  const key = reader.word("a label key or '!'");
  if (!isLabelKey(key)) {
    throw new InputError(`'${key}' is not a valid label key`);
  }
  return key;
}

function checkValue(value: string): string {
  if (!isLabelValue(value)) {
    throw new InputError(`'${value}' is not a valid label value`);
  }
  return value;
}

/** The value after `=`; nothing there means the empty value. */
function parseValue(reader: TokenReader): string {
  const { kind, text } = reader.peek();
  if (kind === 'end' || (kind === 'sign' && text === ',')) {
    return '';
  }
  return checkValue(reader.word('a label value'));
}

/** A list in parentheses. Nothing between two commas means the empty value, nothing at all is an error. */
function parseValues(reader: TokenReader): string[] {
  if (!reader.skip('(')) {
    reader.fail("'('");
  }
  if (reader.skip(')')) {
    throw new InputError('a list of values must not be empty');
  }
  const values = new Set<string>();
  do {
    const isWord = reader.peek().kind === 'word';
    values.add(isWord ? checkValue(reader.next().text) : '');
  } while (reader.skip(','));
  if (!reader.skip(')')) {
    reader.fail("',' or ')'");
  }
  return [...values];
}

function parseBound(reader: TokenReader): bigint {
  const value = parseValue(reader);
  const bound = /^\d+$/.test(value) ? BigInt(value) : undefined;
  if (bound === undefined || bound > largestInteger) {
    throw new InputError(`'${value}' is not an integer that '<' or '>' accept`);
  }
  return bound;
}

function parseRequirement(reader: TokenReader): LabelRequirement {
  if (reader.skip('!')) {
    return { operator: 'does-not-exist', key: parseKey(reader) };
  }
  const key = parseKey(reader);
  const { kind, text } = reader.peek();
  if (kind === 'end' || text === ',') {
    return { operator: 'exists', key };
  }
  switch (text) {
    case '=':
    case '==':
      reader.next();
      return { operator: 'in', key, values: [parseValue(reader)] };
    case '!=':
      reader.next();
      return { operator: 'not-in', key, values: [parseValue(reader)] };
    case 'in':
      reader.next();
      return { operator: 'in', key, values: parseValues(reader) };
    case 'notin':
      reader.next();
      return { operator: 'not-in', key, values: parseValues(reader) };
    case '>':
      reader.next();
      return { operator: 'greater-than', key, bound: parseBound(reader) };
    case '<':
      reader.next();
      return { operator: 'less-than', key, bound: parseBound(reader) };
    default:
      return reader.fail("'=', '==', '!=', 'in', 'notin', '<', '>' or ','");
  }
}

/**
 * Parses a label selector with the grammar of the Kubernetes API server, set-based and numeric requirements included.
 *
 * @throws InputError that says what was expected, for text the API server would refuse; and for a selector without
 * any requirement, because it would select everything.
 */
export function parseLabelSelector(selector: string): LabelRequirement[] {
  const reader = new TokenReader(selector);
  const requirements: LabelRequirement[] = [];
  do {
    requirements.push(parseRequirement(reader));
  } while (reader.skip(','));
  if (reader.peek().kind !== 'end') {
    reader.fail("','");
  }
  return requirements;
}
