import { Knex } from 'knex';
import { DbHistoryRow, DbServiceRow } from '../../tables';

/** Counts per system and risk, with `all` counting each Service once and `none` those that nothing exposes. */
function countRows(
  services: Pick<DbServiceRow, 'systems' | 'risk'>[],
  place: { cluster: string; day: string },
): DbHistoryRow[] {
  const rows = new Map<string, DbHistoryRow>();
  for (const { systems, risk } of services) {
    const named: string[] = JSON.parse(systems);
    for (const system of ['all', ...(named.length > 0 ? named : ['none'])]) {
      const key = `${system} ${risk}`;
      const row = rows.get(key) ?? { ...place, system, risk, services: 0 };
      row.services += 1;
      rows.set(key, row);
    }
  }
  return [...rows.values()];
}

function fingerprint(rows: DbHistoryRow[]): string {
  return rows
    .map(({ system, risk, services }) => `${system} ${risk} ${services}`)
    .sort()
    .join();
}

/**
 * Writes the day's history of one cluster from the Services stored for it. Called for readings that failed too:
 * a day on which a cluster could not be read must not look like a day on which it had no Services.
 */
export async function writeHistory(options: {
  tx: Knex.Transaction;
  cluster: string;
  day: string;
}): Promise<void> {
  const { tx, cluster, day } = options;
  const services = await tx<DbServiceRow>('services')
    .where({ cluster })
    .select('systems', 'risk');
  const rows = countRows(services, { cluster, day });
  const existing = await tx<DbHistoryRow>('history').where({ cluster, day });
  if (fingerprint(rows) === fingerprint(existing)) {
    return;
  }
  await tx<DbHistoryRow>('history').where({ cluster, day }).delete();
  await tx.batchInsert('history', rows, 100);
}
