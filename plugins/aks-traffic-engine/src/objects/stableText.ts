import { compareText } from './compareText';

/**
 * JSON with sorted keys: equal texts mean equal values, whatever order the keys were written in. Values nested too
 * deep to be written give the empty string instead of exhausting the stack.
 */
export function stableText(value: unknown): string {
  try {
    return JSON.stringify(value, sortKeys) ?? '';
  } catch (error) {
    if (error instanceof RangeError) {
      return '';
    }
    throw error;
  }
}

function sortKeys(_key: string, entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    return entry;
  }
  return Object.fromEntries(
    Object.entries(entry).sort(([left], [right]) => compareText(left, right)),
  );
}
