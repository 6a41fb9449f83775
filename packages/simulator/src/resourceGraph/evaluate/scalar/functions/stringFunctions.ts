import { toInteger, toText, Value } from '../../../values';
import { ScalarFunction } from './ScalarFunction';

/** A length or position counts characters from 0; a negative position counts from the end. */
const substring: ScalarFunction = ([value, from, length]) => {
  const text = toText(value);
  const start = toInteger(from) ?? 0;
  const begin = start < 0 ? Math.max(0, text.length + start) : start;
  return length === undefined
    ? text.slice(begin)
    : text.slice(begin, begin + Math.max(0, toInteger(length) ?? 0));
};

const split: ScalarFunction = ([value, delimiter, index]) => {
  const parts = toText(value).split(toText(delimiter));
  if (index === undefined) {
    return parts;
  }
  const part = parts[toInteger(index) ?? -1];
  return part === undefined ? [] : [part];
};

const replaceText: ScalarFunction = ([value, old, replacement]) =>
  toText(value).replaceAll(toText(old), () => toText(replacement));

function joined(value: Value, delimiter: Value): string {
  return Array.isArray(value) ? value.map(toText).join(toText(delimiter)) : '';
}

export const stringFunctions: [string, ScalarFunction][] = [
  ['tolower', ([value]) => toText(value).toLowerCase()],
  ['toupper', ([value]) => toText(value).toUpperCase()],
  ['strlen', ([value]) => [...toText(value)].length],
  ['strcat', values => values.map(toText).join('')],
  [
    'strcat_delim',
    ([delimiter, ...values]) => values.map(toText).join(toText(delimiter)),
  ],
  ['strcat_array', ([value, delimiter]) => joined(value, delimiter)],
  ['substring', substring],
  [
    'indexof',
    ([value, part, from]) =>
      toText(value).indexOf(toText(part), toInteger(from) ?? 0),
  ],
  ['split', split],
  ['replace_string', replaceText],
];
