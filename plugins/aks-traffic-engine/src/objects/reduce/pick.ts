import { property } from '../field';

/** Copies the named own properties of an object; `undefined` when it has none of them. The names are the code's own. */
export function pick(
  value: unknown,
  keys: readonly string[],
): Record<string, unknown> | undefined {
  let found: Record<string, unknown> | undefined;
  for (const key of keys) {
    const entry = property(value, key);
    if (entry !== undefined) {
      found ??= {};
      found[key] = entry;
    }
  }
  return found;
}

/** Leaves out the properties that are `undefined`. */
export function compact(
  value: Record<string, unknown>,
): Record<string, unknown> | undefined {
  return pick(value, Object.keys(value));
}
