import { field, listField, textField, textListField } from './field';

/** Whether labels carry every pair of an equality selector such as a Service's. */
export function matchesLabels(
  selector: ReadonlyMap<string, string>,
  labels: ReadonlyMap<string, string>,
): boolean {
  for (const [key, value] of selector) {
    if (labels.get(key) !== value) {
      return false;
    }
  }
  return true;
}

/**
 * Whether labels satisfy a `LabelSelector` (`matchLabels` and `matchExpressions`). The empty selector matches
 * everything; a selector that is not an object, or has an operator nobody defined, matches nothing.
 */
export function matchesSelector(
  selector: unknown,
  labels: ReadonlyMap<string, string>,
): boolean {
  if (typeof selector !== 'object' || selector === null) {
    return false;
  }
  const required = field(selector, 'matchLabels');
  if (
    typeof required === 'object' &&
    required !== null &&
    !Array.isArray(required)
  ) {
    for (const key of Object.keys(required)) {
      if (labels.get(key) !== (required as Record<string, unknown>)[key]) {
        return false;
      }
    }
  }
  return listField(selector, 'matchExpressions').every(expression =>
    matchesExpression(expression, labels),
  );
}

function matchesExpression(
  expression: unknown,
  labels: ReadonlyMap<string, string>,
): boolean {
  const key = textField(expression, 'key');
  if (key === undefined) {
    return false;
  }
  const value = labels.get(key);
  switch (field(expression, 'operator')) {
    case 'In':
      return (
        value !== undefined &&
        textListField(expression, 'values').includes(value)
      );
    case 'NotIn':
      return (
        value === undefined ||
        !textListField(expression, 'values').includes(value)
      );
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}
