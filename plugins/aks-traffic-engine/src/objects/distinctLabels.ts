import { append } from './append';
import { compareText } from './compareText';

type Labels = ReadonlyMap<string, string>;

/** Sets of labels without repetitions and without the empty one, in the order they came in. */
export function distinctLabels(sets: readonly Labels[]): Labels[] {
  const byValues = new Map<string, Labels[]>();
  const distinct: Labels[] = [];
  for (const labels of new Set(sets)) {
    if (labels.size > 0) {
      // Sets with the same values are mostly the same; the values alone do not prove it.
      const values = [...labels.values()].sort(compareText).join('\n');
      if (!byValues.get(values)?.some(other => isSame(labels, other))) {
        append(byValues, values, labels);
        distinct.push(labels);
      }
    }
  }
  return distinct;
}

function isSame(left: Labels, right: Labels): boolean {
  if (left.size !== right.size) {
    return false;
  }
  for (const [key, value] of left) {
    if (right.get(key) !== value) {
      return false;
    }
  }
  return true;
}
