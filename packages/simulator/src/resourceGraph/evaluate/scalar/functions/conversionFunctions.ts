import { toBoolean, toInteger, toReal, toText, Value } from '../../../values';
import { ScalarFunction } from './ScalarFunction';

const toBool: ScalarFunction = ([value]) => toBoolean(value);
const toLong: ScalarFunction = ([value]) => toInteger(value);
const toDouble: ScalarFunction = ([value]) => toReal(value);

/** What is no JSON stays the string that it is. */
const parseJson: ScalarFunction = ([value]) => {
  if (typeof value !== 'string') {
    return value;
  }
  try {
    return (JSON.parse(value) as Value) ?? undefined;
  } catch {
    return value === '' ? undefined : value;
  }
};

export const conversionFunctions: [string, ScalarFunction][] = [
  ['tostring', ([value]) => toText(value)],
  ['tobool', toBool],
  ['toboolean', toBool],
  ['toint', toLong],
  ['tolong', toLong],
  ['todouble', toDouble],
  ['toreal', toDouble],
  ['parse_json', parseJson],
  ['parsejson', parseJson],
  ['todynamic', parseJson],
  ['toobject', parseJson],
];
