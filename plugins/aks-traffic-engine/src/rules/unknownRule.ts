import { nearestText } from '../objects/nearestText';
import { notCheckable } from './notCheckable';
import { rules } from './registry';

const ids: readonly string[] = rules.map(({ metadata }) => metadata.id);

/**
 * Why an id names no rule, with the rule whose id is the most like it.
 *
 * @returns half a sentence to put behind the name of whatever holds the id; `undefined` for the id of a rule
 *
 * @public
 */
export function unknownRule(id: string): string | undefined {
  if (ids.includes(id)) {
    return undefined;
  }
  if (notCheckable.some(entry => entry.id === id)) {
    return `${id} is not checked, so it has no findings`;
  }
  return `there is no rule of this id; the nearest one is ${nearestText(
    id,
    ids,
  )}`;
}
