/** One own property of untrusted JSON; undefined when the value is no object or has it not. */
export function property(value: unknown, key: string): unknown {
  return typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** A property that is a non-empty string. */
export function textProperty(value: unknown, key: string): string | undefined {
  const found = property(value, key);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The entries of a property that is a list; empty when it is anything else. */
export function listProperty(value: unknown, key: string): unknown[] {
  const found = property(value, key);
  return Array.isArray(found) ? found : [];
}

/** Whether a property is a list, or is left out as Go leaves out empty ones. */
export function hasList(value: unknown, key: string): boolean {
  const found = property(value, key);
  return (
    Array.isArray(found) ||
    (typeof value === 'object' && value !== null && (found ?? null) === null)
  );
}
