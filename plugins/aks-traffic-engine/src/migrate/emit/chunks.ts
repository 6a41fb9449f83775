/** Lists no longer than a limit, in order. */
export function chunks<T>(items: readonly T[], limit: number): T[][] {
  const parts: T[][] = [];
  for (let index = 0; index < items.length; index += limit) {
    parts.push(items.slice(index, index + limit));
  }
  return parts;
}
