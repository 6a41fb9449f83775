import { Value } from '../../values';

type Arithmetic = (left: number, right: number) => number;
type BinaryOperator = (left: Value, right: Value) => Value;

/** KQL's remainder is never negative. */
function modulo(left: number, right: number): number {
  const size = Math.abs(right);
  return ((left % size) + size) % size;
}

const common: [string, Arithmetic][] = [
  ['AddExpression', (left, right) => left + right],
  ['SubtractExpression', (left, right) => left - right],
  ['MultiplyExpression', (left, right) => left * right],
  ['ModuloExpression', modulo],
];

/** Integers divide without remainder. */
export const integerOperators = toOperators([
  ...common,
  ['DivideExpression', (left, right) => Math.trunc(left / right)],
]);

export const realOperators = toOperators([
  ...common,
  ['DivideExpression', (left, right) => left / right],
]);

/** Null, and what cannot be calculated, makes the result null. */
function toOperators(
  entries: [string, Arithmetic][],
): ReadonlyMap<string, BinaryOperator> {
  return new Map(
    entries.map(([kind, calculate]) => [
      kind,
      (left: Value, right: Value) => {
        if (typeof left !== 'number' || typeof right !== 'number') {
          return undefined;
        }
        const result = calculate(left, right);
        return Number.isFinite(result) ? result : undefined;
      },
    ]),
  );
}
