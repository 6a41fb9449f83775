import { DbServiceLabelRow, DbServiceRow } from '../../tables';

/** Longest key and value Kubernetes allows: a prefix of 253, a slash and a name of 63; a value of 63. */
const longestKey = 317;
const longestValue = 63;

/**
 * The rows that find a Service by label. Labels that Kubernetes would refuse are left out: no valid selector names
 * them, PostgreSQL refuses NUL and index entries of more than 2,700 bytes, and halves of surrogate pairs are all
 * written as one character. The exact label sets stay whole in the Service's own row.
 */
export function toLabelRows(
  row: Pick<DbServiceRow, 'id' | 'label_sets'>,
): DbServiceLabelRow[] {
  const labelSets: Record<string, string>[] = JSON.parse(row.label_sets);
  const rows = new Map<string, DbServiceLabelRow>();
  for (const [key, value] of labelSets.flatMap(Object.entries<string>)) {
    if (
      key.length <= longestKey &&
      value.length <= longestValue &&
      isStorable(key) &&
      isStorable(value)
    ) {
      rows.set(JSON.stringify([key, value]), {
        key,
        value,
        service_id: row.id,
      });
    }
  }
  return [...rows.values()];
}

function isStorable(text: string): boolean {
  return !/[\0\p{Cs}]/u.test(text);
}
