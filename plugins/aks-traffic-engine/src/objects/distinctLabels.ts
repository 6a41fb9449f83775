import { compareText } from './compareText';
import { distinctBy } from './distinctBy';

type Labels = ReadonlyMap<string, string>;

/** Sets of labels without repetitions and without the empty one, in the order they came in. */
export function distinctLabels(sets: readonly Labels[]): Labels[] {
  return distinctBy(
    sets.filter(labels => labels.size > 0),
    { isSame, likeness: valuesOf },
  );
}

/** Sets with the same values are mostly the same; the values alone do not prove it. */
function valuesOf(labels: Labels): string {
  return [...labels.values()].sort(compareText).join('\n');
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
