import { conditionFunctions } from './conditionFunctions';
import { conversionFunctions } from './conversionFunctions';
import { dynamicFunctions } from './dynamicFunctions';
import { numberFunctions } from './numberFunctions';
import { ScalarFunction } from './ScalarFunction';
import { stringFunctions } from './stringFunctions';

/** Every scalar function that is evaluated here, save those that take a regular expression. */
export const scalarFunctions: ReadonlyMap<string, ScalarFunction> = new Map([
  ...conditionFunctions,
  ...conversionFunctions,
  ...dynamicFunctions,
  ...numberFunctions,
  ...stringFunctions,
]);
