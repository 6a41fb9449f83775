import { toText } from './convert';
import { Value } from './Value';

/**
 * `==`. Null equals nothing: against null the answer is null, against a value it is false. A dynamic value is compared
 * as the type of the other side, which is why `properties.flag == 'true'` holds for a JSON `true`.
 */
export function equals(left: Value, right: Value): boolean | undefined {
  if (left === undefined || right === undefined) {
    return left === right ? undefined : false;
  }
  if (typeof left === 'string' || typeof right === 'string') {
    return toText(left) === toText(right);
  }
  return left === right;
}

/** `!=`, which is not the opposite of `==` where null is concerned. */
export function differs(left: Value, right: Value): boolean | undefined {
  const equal = equals(left, right);
  return equal === undefined ? undefined : !equal;
}

/** `=~` */
export function equalsIgnoringCase(left: Value, right: Value): boolean {
  return toText(left).toLowerCase() === toText(right).toLowerCase();
}

/**
 * Negative when `left` comes first. `undefined` when the two have no order: one is null, or the types differ. Strings
 * are ordered by their code units, so capitals come first.
 */
export function compare(left: Value, right: Value): number | undefined {
  if (typeof left === 'string' && typeof right === 'string') {
    return left < right ? -1 : Number(left > right);
  }
  if (typeof left === 'number' && typeof right === 'number') {
    return left - right;
  }
  if (typeof left === 'boolean' && typeof right === 'boolean') {
    return Number(left) - Number(right);
  }
  return undefined;
}

/** A text that is the same for equal values only, for grouping and joining. */
export function keyOf(values: readonly Value[]): string {
  return JSON.stringify(
    values.map(value => (value === undefined ? undefined : [value])),
  );
}
