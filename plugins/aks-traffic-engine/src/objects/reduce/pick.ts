import { property } from '../field';

/** Copies the named own properties of an object; `undefined` when it has none of them. */
export function pick(
  value: unknown,
  keys: readonly string[],
): Record<string, unknown> | undefined {
  const found: [string, unknown][] = [];
  for (const key of keys) {
    const entry = property(value, key);
    if (entry !== undefined) {
      found.push([key, entry]);
    }
  }
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** Leaves out the properties that are `undefined`. */
export function compact(
  value: Record<string, unknown>,
): Record<string, unknown> | undefined {
  const found = Object.entries(value).filter(
    ([, entry]) => entry !== undefined,
  );
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}
