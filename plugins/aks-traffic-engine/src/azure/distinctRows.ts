import { ResourceRow } from '../model/estate';
import { compareText } from '../objects/compareText';
import { field, property, textField } from '../objects/field';
import { stableText } from '../objects/stableText';
import { armKey } from './armId';

/** A row that can be named, with the comparable forms of its id and type. */
export interface DistinctRow {
  key: string;
  type: string;
  row: ResourceRow;
}

/**
 * The rows that have an id and a type, once each and in the order of their ids, so that the order of pages never
 * changes a verdict; and one sentence about those that do not.
 *
 * Pages overlap while resources come and go, so one resource can be in a result twice. Two different copies are told
 * apart by their text, for want of anything better: Resource Graph gives rows no version.
 */
export function distinctRows(rows: readonly unknown[]): {
  rows: DistinctRow[];
  gaps: string[];
} {
  const found = new Map<string, DistinctRow>();
  let nameless = 0;
  for (const row of rows) {
    const id = textField(row, 'id');
    const type = textField(row, 'type')?.toLowerCase();
    if (id === undefined || type === undefined) {
      nameless += 1;
      continue;
    }
    const key = armKey(id);
    const place = `${type} ${key}`;
    const known = found.get(place);
    if (known === undefined || isBetterCopy(row, known.row)) {
      found.set(place, { key, type, row: row as ResourceRow });
    }
  }
  const sorted = [...found.values()].sort(
    (left, right) =>
      compareText(left.key, right.key) || compareText(left.type, right.type),
  );
  return {
    rows: sorted,
    gaps:
      nameless === 0
        ? []
        : [
            `${nameless} Azure ${
              nameless === 1 ? 'row was' : 'rows were'
            } skipped: no id or type; keep these columns in the query`,
          ],
  };
}

function isBetterCopy(row: unknown, known: ResourceRow): boolean {
  const hasProperties = typeof property(row, 'properties') === 'object';
  const knownHasProperties = typeof field(known, 'properties') === 'object';
  return hasProperties === knownHasProperties
    ? compareText(stableText(row), stableText(known)) < 0
    : hasProperties;
}
