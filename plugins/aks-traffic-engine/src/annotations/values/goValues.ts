const trueWords = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const falseWords = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

/** A boolean as Go's `strconv.ParseBool` reads it; `undefined` for what is none. */
export function parseBoolean(value: string): boolean | undefined {
  if (trueWords.has(value)) {
    return true;
  }
  return falseWords.has(value) ? false : undefined;
}

const largest = 2n ** 63n - 1n;

/** Whether Go's `strconv.Atoi` takes a text for a whole number, on a machine of 64 bits. */
export function isInteger(value: string): boolean {
  if (!/^[+-]?\d{1,40}$/.test(value)) {
    return false;
  }
  const number = BigInt(value.replace(/^\+/, ''));
  return number <= largest && number >= -largest - 1n;
}
