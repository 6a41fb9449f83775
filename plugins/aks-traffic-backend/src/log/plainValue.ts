import { stringifyError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { printable } from 'backstage-plugin-aks-traffic-common';

/** A value of which no text can begin a line of its own or steer a terminal, names of fields included. */
export function plainValue<T extends JsonValue | undefined>(value: T): T;
export function plainValue(value: JsonValue | undefined) {
  if (typeof value === 'string') {
    return printable(value);
  }
  if (Array.isArray(value)) {
    return value.map(each => plainValue(each));
  }
  return typeof value === 'object' && value !== null
    ? plainFields(value)
    : value;
}

/** The same for the fields of a log line or an audit event. */
export function plainFields(fields: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      printable(name),
      plainValue(value),
    ]),
  );
}

/** An error as such a text. Its stack is left out: it repeats the message, line by line. */
export function plainError(error: unknown): string {
  return printable(stringifyError(error));
}
