import { withheldValue } from 'backstage-plugin-aks-traffic-common';
import { isSensitiveName, isSensitiveText } from './isSensitive';

/** Fields that hold what an object's `name` or `key` is the name of, as in lists of headers and variables. */
const valueFields: ReadonlySet<string> = new Set([
  'value',
  'values',
  'notValues',
]);

/** A Kubernetes object without the values that only its owners may see. The names of its fields all stay. */
export function withoutSensitiveFields(object: Record<string, unknown>): {
  answer: Record<string, unknown>;
  withheld: boolean;
} {
  let withheld = false;
  const withhold = () => {
    withheld = true;
    return withheldValue;
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return isSensitiveText(value) ? withhold() : value;
    }
    if (Array.isArray(value)) {
      return value.map(walk);
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    const named = isNamedSensitively(value);
    return Object.fromEntries(
      Object.entries(value).map(([name, field]) => [
        name,
        isSensitiveName(name) || (named && valueFields.has(name))
          ? withhold()
          : walk(field),
      ]),
    );
  };
  const answer = walk(object) as Record<string, unknown>;
  return { answer, withheld };
}

/** Whether the object is one entry of a list that names what it holds: a header, a variable, a condition. */
function isNamedSensitively(fields: object): boolean {
  const { name, key } = fields as { name?: unknown; key?: unknown };
  return [name, key].some(
    // Conditions of a policy name a header as `request.headers[authorization]`.
    each =>
      typeof each === 'string' &&
      isSensitiveName(each.match(/\[([^\]]*)\]$/)?.[1] ?? each),
  );
}
