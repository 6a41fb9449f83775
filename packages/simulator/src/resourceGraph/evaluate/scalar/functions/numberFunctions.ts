import { toReal, Value } from '../../../values';
import { ScalarFunction } from './ScalarFunction';

function onNumber(calculate: (value: number) => number): ScalarFunction {
  return ([value]) => {
    const number = toReal(value);
    return number === undefined ? undefined : calculate(number);
  };
}

/** Nulls are passed over. */
function numbers(values: Value[]): number[] {
  return values.filter(value => typeof value === 'number');
}

export const numberFunctions: [string, ScalarFunction][] = [
  ['abs', onNumber(Math.abs)],
  ['ceiling', onNumber(Math.ceil)],
  [
    'round',
    ([value, digits]) => {
      const number = toReal(value);
      const factor = 10 ** (toReal(digits) ?? 0);
      return number === undefined
        ? undefined
        : (Math.sign(number) * Math.round(Math.abs(number) * factor)) / factor;
    },
  ],
  [
    'min_of',
    values => {
      const known = numbers(values);
      return known.length > 0 ? Math.min(...known) : undefined;
    },
  ],
  [
    'max_of',
    values => {
      const known = numbers(values);
      return known.length > 0 ? Math.max(...known) : undefined;
    },
  ],
];
