/** Keys of annotations and ids of effects for a message: annotations without their prefix. */
export function namesIn(keys: readonly string[]): string {
  return keys.map(key => key.slice(key.indexOf('/') + 1)).join(', ');
}
