import { stringifyError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { printable } from 'backstage-plugin-aks-traffic-common';

/** A value of which no text can begin a line of its own or steer a terminal, names of fields included. */
export function plainValue<T extends JsonValue | undefined>(
  value: T,
  write?: (text: string) => string,
): T;
export function plainValue(
  value: JsonValue | undefined,
  write: (text: string) => string = printable,
) {
  if (typeof value === 'string') {
    return write(value);
  }
  if (Array.isArray(value)) {
    return value.map(each => plainValue(each, write));
  }
  return typeof value === 'object' && value !== null
    ? plainFields(value, write)
    : value;
}

/** The same for the fields of a log line or an audit event. */
export function plainFields(
  fields: JsonObject,
  write: (text: string) => string = printable,
): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      write(name),
      plainValue(value, write),
    ]),
  );
}

/** An error as such a text. Its stack is left out: it repeats the message, line by line. */
export function plainError(error: unknown): string {
  return printable(stringifyError(error));
}
