import { append } from './append';

/** Up to here comparing each with each is cheaper than looking for what may be equal. */
const few = 12;

/** Values without repetitions, in the order they came in. What was shared rather than copied is not compared at all. */
export function distinctBy<Value>(
  values: readonly Value[],
  equality: {
    isSame: (left: Value, right: Value) => boolean;
    /** A text that same values have in common and others mostly do not. */
    likeness: (value: Value) => string;
  },
): Value[] {
  return values.length <= few
    ? distinctOfFew(values, equality.isSame)
    : distinctOfMany(values, equality);
}

function distinctOfFew<Value>(
  values: readonly Value[],
  isSame: (left: Value, right: Value) => boolean,
): Value[] {
  const distinct: Value[] = [];
  for (const value of values) {
    if (!holds(distinct, value, isSame)) {
      distinct.push(value);
    }
  }
  return distinct;
}

function holds<Value>(
  values: readonly Value[],
  value: Value,
  isSame: (left: Value, right: Value) => boolean,
): boolean {
  for (const other of values) {
    if (other === value || isSame(other, value)) {
      return true;
    }
  }
  return false;
}

function distinctOfMany<Value>(
  values: readonly Value[],
  {
    isSame,
    likeness,
  }: {
    isSame: (left: Value, right: Value) => boolean;
    likeness: (value: Value) => string;
  },
): Value[] {
  const alike = new Map<string, Value[]>();
  const distinct: Value[] = [];
  for (const value of new Set(values)) {
    const key = likeness(value);
    if (!alike.get(key)?.some(other => isSame(other, value))) {
      append(alike, key, value);
      distinct.push(value);
    }
  }
  return distinct;
}
