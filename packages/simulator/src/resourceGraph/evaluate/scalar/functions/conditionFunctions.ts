import { emptyOf, toBoolean, Value } from '../../../values';
import { ScalarFunction } from './ScalarFunction';

/** A string is empty when it has no characters, any other value when it is null. */
function isEmpty(value: Value): boolean {
  return value === undefined || value === '';
}

const isNull: ScalarFunction = ([value]) => value === undefined;
const isNotNull: ScalarFunction = ([value]) => value !== undefined;

/** The condition's null counts as false. */
const choose: ScalarFunction = ([condition, yes, no]) =>
  condition === true ? yes : no;

export const conditionFunctions: [string, ScalarFunction][] = [
  ['isempty', ([value]) => isEmpty(value)],
  ['isnotempty', ([value]) => !isEmpty(value)],
  ['notempty', ([value]) => !isEmpty(value)],
  ['isnull', isNull],
  ['isnotnull', isNotNull],
  ['notnull', isNotNull],
  ['iff', choose],
  ['iif', choose],
  [
    'case',
    values => {
      for (let index = 0; index + 1 < values.length; index += 2) {
        if (values[index] === true) {
          return values[index + 1];
        }
      }
      return values[values.length - 1];
    },
  ],
  [
    'coalesce',
    (values, types) => {
      const missing = emptyOf(types[0]);
      return values.find(value => value !== missing) ?? missing;
    },
  ],
  [
    'not',
    ([value]) => {
      const truth = toBoolean(value);
      return truth === undefined ? undefined : !truth;
    },
  ],
];
