import { Value } from '../../../values';

/** A function over the values of its arguments; some ask for the types the arguments were declared with. */
export type ScalarFunction = (
  values: Value[],
  types: readonly string[],
) => Value;
