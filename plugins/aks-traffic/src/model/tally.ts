/** A value and how often it occurs. */
export interface Tally<T> {
  value: T;
  count: number;
}

/** Counts each distinct value and orders the result. */
export function tallyOf<T>(
  values: readonly T[],
  compare: (first: T, second: T) => number,
): Tally<T>[] {
  const counts = new Map<T, number>();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((first, second) => compare(first.value, second.value));
}
