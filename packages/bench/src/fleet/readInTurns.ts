import { openPostgres, openSqlite } from '../dashboard/databases';
import { ReadFigures } from './FleetSweep';
import { SteadyReader } from './SteadyReader';

/** Clusters that a small fleet reads in one turn; a large one reads more, so as to be through after the last turn. */
const clustersPerTurn = 10;

/** Turns before those that count, for code to be compiled. */
const warmUps = 2;

/** What each turn took, by the number of clusters of the fleet. */
export type TurnFigures = Record<number, ReadFigures[]>;

/**
 * Reads fleets of several sizes in turns, so that whatever else the machine does weighs on all of them alike: figures of
 * the same turn compare, those of different ones do not. The largest fleets are read once by all turns together.
 */
export async function readInTurns(options: {
  sizes: readonly number[];
  services: number;
  turns: number;
  /** Connection string; the databases are files of SQLite without one. */
  postgres?: string;
}): Promise<TurnFigures> {
  const { sizes, services, turns, postgres } = options;
  let opened = 0;
  const openDatabase = () =>
    postgres ? openPostgres(postgres, `_${(opened += 1)}`) : openSqlite();
  const figures: TurnFigures = {};
  const readers: { size: number; reader: SteadyReader; times: number }[] = [];
  try {
    for (const size of sizes) {
      const clusters = Math.max(clustersPerTurn, Math.ceil(size / turns));
      const clustersAtATime = Math.min(size, clusters);
      readers.push({
        size,
        reader: await SteadyReader.start({
          clusters: size,
          services,
          clustersAtATime,
          openDatabase,
        }),
        times: Math.round(clusters / clustersAtATime),
      });
      figures[size] = [];
    }
    for (let warmUp = 0; warmUp < warmUps; warmUp += 1) {
      await readTimes(readers[0]);
    }
    for (let turn = 0; turn < turns; turn += 1) {
      for (const each of readers) {
        figures[each.size].push(await readTimes(each));
      }
    }
  } finally {
    for (const { reader } of readers) {
      await reader.stop();
    }
  }
  return figures;
}

async function readTimes({
  reader,
  times,
}: {
  reader: SteadyReader;
  times: number;
}): Promise<ReadFigures> {
  const sum: ReadFigures = { objects: 0, cpuMs: 0, databaseCpuMs: 0 };
  for (let time = 0; time < times; time += 1) {
    const { objects, cpuMs, databaseCpuMs } = await reader.readSome();
    sum.objects += objects;
    sum.cpuMs += cpuMs;
    sum.databaseCpuMs += databaseCpuMs;
  }
  return sum;
}
