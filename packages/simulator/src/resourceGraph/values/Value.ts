/** A value as JSON carries it; what a `dynamic` column holds. */
export type Json =
  | string
  | number
  | boolean
  | null
  | Json[]
  | { [key: string]: Json };

/** A KQL value of any type. `undefined` is null; strings are never null. */
export type Value = Json | undefined;

/** JSON's null is KQL's null as soon as it stands alone. */
export function fromJson(value: Json | undefined): Value {
  return value === null ? undefined : value;
}

export function isBag(value: Value): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What an absent value of a type is: strings have no null. */
export function emptyOf(type: string): Value {
  return type === 'string' ? '' : undefined;
}
