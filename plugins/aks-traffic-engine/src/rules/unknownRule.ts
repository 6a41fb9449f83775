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
  return `there is no rule of this id; the nearest one is ${nearest(id)}`;
}

/** The id that has a part most like the text, and of several such the one that is most like it as a whole. */
function nearest(id: string): string {
  const text = id.toLowerCase().slice(0, 100);
  return ids
    .map(candidate => ({ candidate, ...distances(text, candidate) }))
    .reduce((best, next) =>
      next.toPart < best.toPart ||
      (next.toPart === best.toPart && next.toWhole < best.toWhole)
        ? next
        : best,
    ).candidate;
}

/** How many letters have to be put in, left out or replaced to make of a text an id, or any part of one. */
function distances(
  text: string,
  id: string,
): { toWhole: number; toPart: number } {
  const toWhole = Array.from({ length: id.length + 1 }, (_, index) => index);
  return {
    toWhole: lastRow(text, id, toWhole)[id.length],
    toPart: Math.min(
      ...lastRow(
        text,
        id,
        toWhole.map(() => 0),
      ),
    ),
  };
}

/** The last row of the table of edit distances, whose first row says what leaving out the beginning of the id costs. */
function lastRow(text: string, id: string, first: number[]): number[] {
  let row = first;
  for (let i = 0; i < text.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < id.length; j += 1) {
      next.push(
        Math.min(
          next[j] + 1,
          row[j + 1] + 1,
          row[j] + (text[i] === id[j] ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return row;
}
