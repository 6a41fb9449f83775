import { createHash } from 'node:crypto';

/** A copy whose keys are sorted. A replacer that sorts them while JSON is made takes twice as long. */
function withSortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(withSortedKeys);
  }
  const sorted: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const field = withSortedKeys((value as Record<string, unknown>)[key]);
    if (key === '__proto__') {
      // A label may be called that, and must not become the prototype.
      Object.defineProperty(sorted, key, { value: field, enumerable: true });
    } else {
      sorted[key] = field;
    }
  }
  return sorted;
}

/**
 * SHA-256, in hexadecimal, of a JSON value. The order of object keys does not count: an API server may send the
 * same labels in another order, and that must not look like a change.
 */
export function digest(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(withSortedKeys(value)))
    .digest('hex');
}
