import {
  MeasuredDatabase,
  openPostgres,
  openSqlite,
} from '../dashboard/databases';
import { median } from '../measure/medianCpu';
import { BenchmarkResult, BenchmarkRow } from '../output/BenchmarkResult';
import { GrowingDatabase, WriteFigures } from '../store/GrowingDatabase';
import { Readings } from '../store/Readings';

/** Clusters that are written into each database in one turn. */
const clustersPerTurn = 4;

/** Clusters that are written before, for code to be compiled. */
const warmUp = 10;

/**
 * What it costs to write a cluster for the first time, by how many clusters a database has already. All databases are
 * filled first; then they take turns, so that whatever else the machine does weighs on all of them alike.
 */
export async function benchmarkStore(options: {
  /** Clusters that are there already. */
  sizes: readonly number[];
  services: number;
  turns: number;
  /** Connection string; PostgreSQL is left out without one. */
  postgres?: string;
}): Promise<BenchmarkResult> {
  const { postgres } = options;
  const readings = await Readings.record(options);
  const rows = await measure({ ...options, readings, open: openSqlite });
  if (postgres) {
    const open = (index: number) => openPostgres(postgres, `_${index}`);
    rows.push(...(await measure({ ...options, readings, open })));
  }
  return { name: 'store', rows };
}

async function measure(options: {
  sizes: readonly number[];
  turns: number;
  readings: Readings;
  open(index: number): Promise<MeasuredDatabase>;
}): Promise<BenchmarkRow[]> {
  const { sizes, turns, readings, open } = options;
  const filled: { size: number; growing: GrowingDatabase }[] = [];
  const figures = new Map<number, WriteFigures[]>();
  let name = '';
  try {
    for (const [index, size] of [warmUp, ...sizes].entries()) {
      const database = await open(index);
      name = database.name;
      const clusters = size + turns * clustersPerTurn;
      const growing = await GrowingDatabase.create({
        database,
        readings,
        clusters,
      });
      filled.push({ size, growing });
      await growing.write(size);
    }
    for (let turn = 0; turn < turns; turn += 1) {
      for (const { size, growing } of filled.slice(1)) {
        const known = figures.get(size) ?? [];
        figures.set(size, [...known, await growing.write(clustersPerTurn)]);
      }
    }
  } finally {
    for (const { growing } of filled) {
      await growing.close();
    }
  }
  return toRows(name, sizes, figures);
}

function toRows(
  name: string,
  sizes: readonly number[],
  figures: ReadonlyMap<number, WriteFigures[]>,
): BenchmarkRow[] {
  const of = (size: number, figure: keyof WriteFigures) =>
    median((figures.get(size) ?? []).map(each => each[figure]));
  return sizes.flatMap(size => {
    const label = `one more cluster, ${size.toLocaleString(
      'en-US',
    )} there already, ${name}`;
    const against = `with ${sizes[0].toLocaleString('en-US')}`;
    return [
      {
        label,
        value: of(size, 'cpuMs'),
        unit: 'ms CPU',
        ratio: of(size, 'cpuMs') / of(sizes[0], 'cpuMs'),
        against,
      },
      {
        label: `${label}, written`,
        value: of(size, 'writtenMb'),
        unit: 'MB',
        ratio: of(size, 'writtenMb') / of(sizes[0], 'writtenMb'),
        against,
      },
    ];
  });
}
