import { Row } from '../../values';

export type JoinKind = 'innerunique' | 'inner' | 'leftouter' | 'fullouter';

export interface JoinRowsOptions {
  kind: JoinKind;
  left: Row[];
  right: Row[];
  /** `undefined` when a part of the key is null, which equals nothing. */
  leftKey(row: Row): string | undefined;
  rightKey(row: Row): string | undefined;
  /** What stands for the side that has no match. */
  emptyLeft: Row;
  emptyRight: Row;
}

/** Joins two lists of rows: the columns of the left, then those of the right. */
export function joinRows(options: JoinRowsOptions): Row[] {
  const { kind, right, rightKey, emptyLeft, emptyRight } = options;
  const left = kind === 'innerunique' ? firstOfEachKey(options) : options.left;
  const byKey = groupByKey(right, rightKey);
  const matched = new Set<Row>();
  const joined: Row[] = [];
  for (const row of left) {
    const partners = byKey.get(options.leftKey(row) ?? '') ?? [];
    for (const partner of partners) {
      matched.add(partner);
      joined.push([...row, ...partner]);
    }
    if (
      partners.length === 0 &&
      (kind === 'leftouter' || kind === 'fullouter')
    ) {
      joined.push([...row, ...emptyRight]);
    }
  }
  if (kind === 'fullouter') {
    for (const row of right.filter(each => !matched.has(each))) {
      joined.push([...emptyLeft, ...row]);
    }
  }
  return joined;
}

/** `innerunique` keeps one left row of each key, and leaves open which; here it is the first. */
function firstOfEachKey(options: JoinRowsOptions): Row[] {
  const byKey = groupByKey(options.left, options.leftKey);
  return [...byKey.values()].map(([first]) => first);
}

function groupByKey(
  rows: Row[],
  keyFrom: (row: Row) => string | undefined,
): Map<string, Row[]> {
  const byKey = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyFrom(row);
    if (key !== undefined) {
      const group = byKey.get(key);
      if (group) {
        group.push(row);
      } else {
        byKey.set(key, [row]);
      }
    }
  }
  return byKey;
}
