import { equals, fromJson, isBag, Json, toText, Value } from '../../../values';
import { ScalarFunction } from './ScalarFunction';

/** Alone null is KQL's, inside an array or bag it is JSON's. */
function toJson(value: Value): Json {
  return value ?? null;
}

const packBag: ScalarFunction = values => {
  const entries: [string, Json][] = [];
  for (let index = 0; index + 1 < values.length; index += 2) {
    entries.push([toText(values[index]), toJson(values[index + 1])]);
  }
  return Object.fromEntries(entries);
};

/** The first bag that has a key decides its value. */
const mergeBags: ScalarFunction = values =>
  Object.fromEntries(
    values
      .toReversed()
      .filter(isBag)
      .flatMap(bag => Object.entries(bag)),
  );

const hasElement: ScalarFunction = ([array, value]) =>
  Array.isArray(array)
    ? array.some(element => equals(fromJson(element), value) === true)
    : undefined;

const indexOfElement: ScalarFunction = ([array, value]) =>
  Array.isArray(array)
    ? array.findIndex(element => equals(fromJson(element), value) === true)
    : undefined;

/** The end is part of the slice; negative positions count from the end. */
const slice: ScalarFunction = ([array, start, end]) => {
  if (
    !Array.isArray(array) ||
    typeof start !== 'number' ||
    typeof end !== 'number'
  ) {
    return undefined;
  }
  const last = end < 0 ? array.length + end : end;
  return array.slice(start, last + 1);
};

export const dynamicFunctions: [string, ScalarFunction][] = [
  ['bag_pack', packBag],
  ['pack', packBag],
  ['pack_dictionary', packBag],
  ['bag_merge', mergeBags],
  ['bag_keys', ([bag]) => (isBag(bag) ? Object.keys(bag) : undefined)],
  [
    'bag_has_key',
    ([bag, key]) => (isBag(bag) ? Object.hasOwn(bag, toText(key)) : undefined),
  ],
  ['pack_array', values => values.map(toJson)],
  [
    'array_length',
    ([array]) => (Array.isArray(array) ? array.length : undefined),
  ],
  [
    'array_concat',
    values =>
      values.some(Array.isArray)
        ? values.flatMap(value => (Array.isArray(value) ? value : []))
        : undefined,
  ],
  ['array_slice', slice],
  ['array_index_of', indexOfElement],
  ['set_has_element', hasElement],
];
