import { ResourceRow } from 'backstage-plugin-aks-traffic-engine';
import { resourceRowSchema } from './resourceRow';

/**
 * Takes the rows that have the shape of a resource, and counts the rest.
 *
 * @returns `doubtfulTypes`: types of which a row was skipped, so that the result does not hold all of them; `all`
 * when a skipped row does not even tell its type.
 */
export function parseRows(options: { name: string; rows: unknown[] }): {
  rows: ResourceRow[];
  gaps: string[];
  doubtfulTypes: ReadonlySet<string> | 'all';
} {
  const { name } = options;
  const rows: ResourceRow[] = [];
  const doubtfulTypes = new Set<string>();
  let typeless = false;
  let skipped = 0;
  for (const row of options.rows) {
    const parsed = resourceRowSchema.safeParse(row);
    if (parsed.success) {
      rows.push(parsed.data);
      continue;
    }
    skipped++;
    const type = (row as { type?: unknown } | null | undefined)?.type;
    if (typeof type === 'string') {
      doubtfulTypes.add(type.toLowerCase());
    } else {
      typeless = true;
    }
  }
  return {
    rows,
    gaps:
      skipped === 0
        ? []
        : [
            `${skipped} of ${options.rows.length} rows of Azure (query ${name}) do not have the shape of a resource and were skipped`,
          ],
    doubtfulTypes: typeless ? 'all' : doubtfulTypes,
  };
}
