/** Everything that YAML's core schema may take for a number. */
const number =
  /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.inf|\.nan)$/i;

const words = new Map<string, boolean | null>([
  ['~', null],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);

/**
 * Reads a YAML scalar that stands on one line, without blanks around it.
 *
 * @returns `undefined` for what is not surely read right; in an object because a scalar may be null.
 */
export function parsePlainScalar(text: string): { value: unknown } | undefined {
  switch (text[0]) {
    case '"':
      return /^"(?:[^"\\]|\\["\\/bfnrt]|\\u(?![dD][89a-fA-F])[\da-fA-F]{4})*"$/.test(
        text,
      )
        ? { value: JSON.parse(text) }
        : undefined;
    case "'":
      return /^'(?:[^']|'')*'$/.test(text)
        ? { value: text.slice(1, -1).replace(/''/g, "'") }
        : undefined;
    default:
  }
  const word = words.get(text);
  if (word !== undefined) {
    return { value: word };
  }
  if (number.test(text)) {
    return /^(?:0|-?[1-9]\d{0,14})$/.test(text)
      ? { value: Number(text) }
      : undefined;
  }
  return /^(?:[A-Za-z0-9_./$+]|-[^\s])/.test(text) && !/: |:$| #/.test(text)
    ? { value: text }
    : undefined;
}
