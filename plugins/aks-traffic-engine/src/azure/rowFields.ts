import { field } from '../objects/field';

/**
 * A field of an Azure row has a type nobody expects.
 *
 * Taking such a field for "not set" would turn a NAT gateway that could not be understood into no NAT gateway, so the
 * whole row is given up instead, and what depends on it becomes unknown.
 */
export class RowShapeError extends Error {
  constructor(path: string, expected: string) {
    super(`${path} is not ${expected}`);
    this.name = 'RowShapeError';
  }
}

/** A text; `undefined` when absent, null or empty. */
export function rowText(value: unknown, path: string): string | undefined {
  const found = field(value, path);
  if (found === undefined || found === '') {
    return undefined;
  }
  if (typeof found !== 'string') {
    throw new RowShapeError(path, 'a text');
  }
  return found;
}

/** A boolean, which Resource Graph now and then writes as text. */
export function rowBoolean(value: unknown, path: string): boolean | undefined {
  const found = field(value, path);
  if (found === undefined || found === '') {
    return undefined;
  }
  if (typeof found === 'boolean') {
    return found;
  }
  const text = typeof found === 'string' ? found.toLowerCase() : '';
  if (text !== 'true' && text !== 'false') {
    throw new RowShapeError(path, 'true or false');
  }
  return text === 'true';
}

/** A number. */
export function rowNumber(value: unknown, path: string): number | undefined {
  const found = field(value, path);
  if (found === undefined) {
    return undefined;
  }
  if (typeof found !== 'number' || !Number.isFinite(found)) {
    throw new RowShapeError(path, 'a number');
  }
  return found;
}

/** The entries of a list; empty when absent. */
export function rowList(value: unknown, path: string): readonly unknown[] {
  return optionalRowList(value, path) ?? [];
}

/** The entries of a list, or `undefined` when the row does not carry it. */
export function optionalRowList(
  value: unknown,
  path: string,
): readonly unknown[] | undefined {
  const found = field(value, path);
  if (found === undefined) {
    return undefined;
  }
  if (!Array.isArray(found)) {
    throw new RowShapeError(path, 'a list');
  }
  return found;
}

/** The texts of a list. */
export function rowTextList(value: unknown, path: string): string[] {
  return rowList(value, path).map(entry => {
    if (typeof entry !== 'string') {
      throw new RowShapeError(path, 'a list of texts');
    }
    return entry;
  });
}

/** The `id` of each entry of a list of references. */
export function rowIdList(value: unknown, path: string): string[] {
  const ids: string[] = [];
  for (const entry of rowList(value, path)) {
    const id = rowText(entry, 'id');
    if (id !== undefined) {
      ids.push(id);
    }
  }
  return ids;
}

/** The entries of an object; empty when absent. */
export function rowEntries(value: unknown, path: string): [string, unknown][] {
  const found = field(value, path);
  if (found === undefined) {
    return [];
  }
  if (typeof found !== 'object' || Array.isArray(found)) {
    throw new RowShapeError(path, 'an object');
  }
  return Object.entries(found as object);
}

/** The text entries of an object. */
export function rowTextMap(
  value: unknown,
  path: string,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, entry] of rowEntries(value, path)) {
    if (typeof entry === 'string') {
      found.set(key, entry);
    }
  }
  return found;
}

/** An object, or `undefined` when the row does not carry it. */
export function rowObject(
  value: unknown,
  path: string,
): Record<string, unknown> | undefined {
  const found = field(value, path);
  if (found === undefined) {
    return undefined;
  }
  if (typeof found !== 'object' || Array.isArray(found)) {
    throw new RowShapeError(path, 'an object');
  }
  return found as Record<string, unknown>;
}

/** The value of a tag, whose name compares without case. */
export function rowTag(value: unknown, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [key, entry] of rowEntries(value, 'tags')) {
    if (key.toLowerCase() === wanted && typeof entry === 'string' && entry) {
      return entry;
    }
  }
  return undefined;
}
