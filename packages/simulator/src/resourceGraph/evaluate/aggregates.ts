import { compare, keyOf, Value } from '../values';

/** Takes the arguments' values for each row of a group. */
export type Aggregate = (rows: Value[][]) => Value;

/** Values that are there: aggregates pass nulls over. */
function present(rows: Value[][]): NonNullable<Value>[] {
  return rows.flatMap(([value]) =>
    value === undefined || value === null ? [] : [value],
  );
}

function unique(values: NonNullable<Value>[]): NonNullable<Value>[] {
  return [...new Map(values.map(value => [keyOf([value]), value])).values()];
}

function extreme(sign: 1 | -1): Aggregate {
  return rows => {
    let best: Value;
    for (const value of present(rows)) {
      if (best === undefined || sign * (compare(value, best) ?? 0) > 0) {
        best = value;
      }
    }
    return best;
  };
}

/** Keeps the rows whose second argument holds. */
function where(aggregate: Aggregate): Aggregate {
  return rows => aggregate(rows.filter(row => row[1] === true));
}

/** The second argument of `make_list` and `make_set` is the largest size. */
function limited(
  collect: (rows: Value[][]) => NonNullable<Value>[],
): Aggregate {
  return rows => {
    const size = rows[0]?.[1];
    const values = collect(rows);
    return typeof size === 'number' ? values.slice(0, size) : values;
  };
}

function numbers(rows: Value[][]): number[] {
  return present(rows).filter(value => typeof value === 'number');
}

const makeList: Aggregate = limited(present);
const makeSet: Aggregate = limited(rows => unique(present(rows)));
const anyValue: Aggregate = rows => present(rows)[0];
const sum: Aggregate = rows =>
  numbers(rows).reduce((total, value) => total + value, 0);

/** Aggregate functions by name, old spellings included. */
export const aggregates: ReadonlyMap<string, Aggregate> = new Map<
  string,
  Aggregate
>([
  ['count', rows => rows.length],
  ['countif', rows => rows.filter(([value]) => value === true).length],
  ['dcount', rows => unique(present(rows)).length],
  ['dcountif', where(rows => unique(present(rows)).length)],
  ['count_distinct', rows => unique(present(rows)).length],
  ['make_list', makeList],
  ['makelist', makeList],
  ['make_list_if', where(present)],
  ['make_set', makeSet],
  ['makeset', makeSet],
  ['make_set_if', where(rows => unique(present(rows)))],
  ['max', extreme(1)],
  ['min', extreme(-1)],
  ['any', anyValue],
  ['take_any', anyValue],
  ['sum', sum],
  ['sumif', where(sum)],
  [
    'avg',
    rows => {
      const values = numbers(rows);
      return values.length > 0 ? Number(sum(rows)) / values.length : undefined;
    },
  ],
]);
