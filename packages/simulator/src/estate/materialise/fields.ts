import { StoredObject } from '../types';

/** A JSON object of unknown shape. */
export type Fields = Record<string, unknown>;

/** The value as an object, or an empty one. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

/** The value as a list, or an empty one. */
export function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? (value as Fields[]) : [];
}

export function specOf(object: StoredObject): Fields {
  return fieldsOf(object.spec);
}

/** The labels at a path's end, as text by name. */
export function labelsOf(value: unknown): Record<string, string> {
  return fieldsOf(value) as Record<string, string>;
}

/** Whether the labels carry every label of the selector; an empty selector selects nothing here. */
export function isSelected(
  labels: Record<string, string>,
  selector: Record<string, string>,
): boolean {
  const wanted = Object.entries(selector);
  return (
    wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value)
  );
}
