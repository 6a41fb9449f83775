import { openSqlite } from '../dashboard/databases';
import { Reader } from '../fleet/Reader';
import { startSimulator } from '../fleet/startSimulator';
import { BenchmarkResult } from '../output/BenchmarkResult';
import { changeIngresses } from '../rescan/changeIngresses';
import { countWrites } from '../rescan/countWrites';

/** Rows that say when something was looked at: they are written with every look. */
const logbook: ReadonlySet<string> = new Set([
  'clusters',
  'discoveries',
  'looks',
]);

/** How much of the cluster changes. */
const share = 0.01;

/** What is written when a cluster is read again: nothing has changed, and then a hundredth of it has. */
export async function benchmarkRescan(options: {
  services: number;
}): Promise<BenchmarkResult> {
  const fleet = await startSimulator({ clusters: 1, ...options });
  const database = await openSqlite();
  try {
    const reader = new Reader(fleet);
    const writesSince = await countWrites(database.client);
    const sweep = async () => {
      const { whole } = await reader.sweepInto(database);
      if (whole !== 1) {
        throw new Error('The cluster was not read whole');
      }
      const writes = [...(await writesSince())];
      const sumOf = (inLogbook: boolean) =>
        writes
          .filter(([table]) => logbook.has(table) === inLogbook)
          .reduce((sum, [, count]) => sum + count, 0);
      return { verdicts: sumOf(false), looks: sumOf(true) };
    };
    const first = await sweep();
    const unchanged = await sweep();
    const changed = await changeIngresses(fleet, share);
    const afterChange = await sweep();
    const row = (label: string, value: number, compared = true) => ({
      label,
      value,
      unit: 'rows written',
      ...(compared && {
        ratio: value / first.verdicts,
        against: 'first reading',
      }),
    });
    return {
      name: 'rescan',
      rows: [
        row('first reading, verdicts', first.verdicts, false),
        row('nothing changed, verdicts', unchanged.verdicts),
        row('nothing changed, when it was looked at', unchanged.looks, false),
        row(`${changed} Ingresses changed, verdicts`, afterChange.verdicts),
      ],
    };
  } finally {
    await database.close();
    await fleet.stop();
  }
}
