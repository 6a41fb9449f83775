import { createHash } from 'node:crypto';

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  // A null prototype, because a label may be called __proto__.
  const sorted: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value).sort()) {
    sorted[key] = (value as Record<string, unknown>)[key];
  }
  return sorted;
}

/**
 * SHA-256, in hexadecimal, of a JSON value. The order of object keys does not count: an API server may send the
 * same labels in another order, and that must not look like a change.
 */
export function digest(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value, sortKeys))
    .digest('hex');
}
