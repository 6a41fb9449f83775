/** Groups values by the keys each belongs to, keeping their order. */
export function groupBy<Value>(
  values: Iterable<Value>,
  keysOf: (value: Value) => Iterable<string | undefined>,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    for (const key of distinct(keysOf(value))) {
      if (key !== undefined) {
        const group = groups.get(key);
        if (group) {
          group.push(value);
        } else {
          groups.set(key, [value]);
        }
      }
    }
  }
  return groups;
}

/** Most values have one key, which cannot repeat itself. */
function distinct(
  keys: Iterable<string | undefined>,
): Iterable<string | undefined> {
  return Array.isArray(keys) && keys.length < 2 ? keys : new Set(keys);
}
