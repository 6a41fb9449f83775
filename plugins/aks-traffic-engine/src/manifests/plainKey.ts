/** Whether a key means just itself in YAML and JavaScript, and is new to the map. */
export function isPlainKey(
  key: string,
  map: Readonly<Record<string, unknown>>,
): boolean {
  return (
    !Object.hasOwn(map, key) &&
    key !== '__proto__' &&
    key !== '<<' &&
    !/^(null|true|false)$/i.test(key)
  );
}
