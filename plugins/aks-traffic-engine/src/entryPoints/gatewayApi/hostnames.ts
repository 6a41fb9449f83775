/**
 * The host names that two sides of Gateway API or Istio agree on. A wildcard stands for one or more labels in front;
 * an empty list and `*` stand for every name.
 */
export function intersectHostnames(
  left: readonly string[],
  right: readonly string[],
): string[] {
  if (matchesAll(left)) {
    return matchesAll(right) ? ['*'] : [...right];
  }
  if (matchesAll(right)) {
    return [...left];
  }
  const found = new Set<string>();
  for (const one of left) {
    for (const other of right) {
      const narrower = intersect(one.toLowerCase(), other.toLowerCase());
      if (narrower !== undefined) {
        found.add(narrower);
      }
    }
  }
  return [...found];
}

function matchesAll(hostnames: readonly string[]): boolean {
  return hostnames.length === 0 || hostnames.includes('*');
}

function intersect(left: string, right: string): string | undefined {
  if (covers(left, right)) {
    return right;
  }
  return covers(right, left) ? left : undefined;
}

function covers(pattern: string, name: string): boolean {
  return (
    pattern === name ||
    (pattern.startsWith('*.') &&
      name.endsWith(pattern.slice(1)) &&
      name.length > pattern.length - 1)
  );
}
