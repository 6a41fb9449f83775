/**
 * Several words of one kind in one column: `,istio,traefik,`, sorted, each between commas so that `like` finds one;
 * empty when there are none. Words are ours: kinds, systems and ids, none of which has a comma.
 */
export function toWords(words: Iterable<string>): string {
  const sorted = [...new Set(words)].sort();
  return sorted.length > 0 ? `,${sorted.join()},` : '';
}

/** The words of such a column. */
export function fromWords(text: string): string[] {
  return text.split(',').filter(word => word !== '');
}
