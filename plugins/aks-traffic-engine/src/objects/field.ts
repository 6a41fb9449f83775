/**
 * Reads a field of untrusted JSON by its dotted path; `undefined` when any step is missing or of another shape.
 *
 * @remarks
 * Only own properties count, so that a path such as `constructor.name` finds nothing. Keys that contain dots
 * (annotations, labels) cannot be written as a path: use `annotationOf` and `labelOf`.
 *
 * @internal
 */
export function field(value: unknown, path: string): unknown {
  let current = value;
  for (const key of stepsOf(path)) {
    current = property(current, key);
    if (current === undefined) {
      return undefined;
    }
  }
  return current;
}

/** Paths are written in the code, so there are few of them, and each is asked of every object of a cluster. */
const knownSteps = new Map<string, readonly string[]>();

function stepsOf(path: string): readonly string[] {
  let steps = knownSteps.get(path);
  if (steps === undefined) {
    steps = path.split('.');
    knownSteps.set(path, steps);
  }
  return steps;
}

/** One own property of an object or list, by its exact key. */
export function property(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  if (!Object.hasOwn(value, key)) {
    return undefined;
  }
  const found = (value as Record<string, unknown>)[key];
  return found === null ? undefined : found;
}

/** A field that is a non-empty string. */
export function textField(value: unknown, path: string): string | undefined {
  const found = field(value, path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** A field that is a finite number. */
export function numberField(value: unknown, path: string): number | undefined {
  const found = field(value, path);
  return typeof found === 'number' && Number.isFinite(found)
    ? found
    : undefined;
}

/** A field that is a boolean. */
export function booleanField(
  value: unknown,
  path: string,
): boolean | undefined {
  const found = field(value, path);
  return typeof found === 'boolean' ? found : undefined;
}

/** The entries of a list; empty when the field is anything else. */
export function listField(value: unknown, path: string): readonly unknown[] {
  const found = field(value, path);
  return Array.isArray(found) ? found : [];
}

/** The strings of a list; other entries are left out. */
export function textListField(value: unknown, path: string): string[] {
  return listField(value, path).filter(
    (entry): entry is string => typeof entry === 'string',
  );
}

/** The own entries of an object; empty when the field is anything else. */
export function entriesField(
  value: unknown,
  path: string,
): [string, unknown][] {
  const found = path === '' ? value : field(value, path);
  if (typeof found !== 'object' || found === null || Array.isArray(found)) {
    return [];
  }
  return Object.entries(found);
}

const noTexts: ReadonlyMap<string, string> = new Map();

/** The string entries of an object as a Map, which no key from outside can confuse. */
export function textMapField(
  value: unknown,
  path: string,
): ReadonlyMap<string, string> {
  const record = field(value, path);
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return noTexts;
  }
  const found = new Map<string, string>();
  for (const key of Object.keys(record)) {
    const entry = (record as Record<string, unknown>)[key];
    if (typeof entry === 'string') {
      found.set(key, entry);
    }
  }
  return found;
}
