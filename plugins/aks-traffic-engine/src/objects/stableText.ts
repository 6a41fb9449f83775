import { compareText } from './compareText';

/**
 * JSON with sorted keys: equal texts mean equal values, whatever order the keys were written in. Values nested too
 * deep to be written give the empty string instead of exhausting the stack.
 *
 * Written by hand, because `JSON.stringify` with a replacer copies every object on its way.
 */
export function stableText(value: unknown): string {
  try {
    return textOf(value) ?? '';
  } catch (error) {
    if (error instanceof RangeError) {
      return '';
    }
    throw error;
  }
}

/** As in JSON, what has no text is left out of objects and is `null` in lists. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(entry => textOf(entry) ?? 'null').join(',')}]`;
  }
  const record = value as Record<string, unknown>;
  const pairs: string[] = [];
  for (const key of Object.keys(record).sort(compareText)) {
    const text = textOf(record[key]);
    if (text !== undefined) {
      pairs.push(`${JSON.stringify(key)}:${text}`);
    }
  }
  return `{${pairs.join(',')}}`;
}
