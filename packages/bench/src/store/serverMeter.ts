import { readFile } from 'node:fs/promises';
import { MeasuredDatabase } from '../dashboard/databases';

/** What a database did since it was asked for the last time, beside what this process has on its CPU clock. */
export interface ServerFigures {
  /** Milliseconds of CPU of PostgreSQL's processes for connections; none for SQLite, which runs in this one. */
  cpuMs: number;
  /** Megabytes that SQLite handed to the system, or that PostgreSQL's log grew by. */
  writtenMb: number;
}

/** Linux counts CPU of other processes in hundredths of a second. */
const tickMs = 10;

/**
 * Begins to measure a database; what it returns tells what it did since. The server has to run on this machine, which
 * has to be Linux.
 */
export async function startServerMeter(
  database: MeasuredDatabase,
): Promise<() => Promise<ServerFigures>> {
  const read =
    database.name === 'PostgreSQL' ? () => readPostgres(database) : readSqlite;
  const before = await read();
  return async () => {
    const after = await read();
    let ticks = 0;
    // Connections that have been closed meanwhile, by a pool that had no use for them, did next to nothing.
    for (const [pid, spent] of after.ticks) {
      ticks += spent - (before.ticks.get(pid) ?? 0);
    }
    return {
      cpuMs: ticks * tickMs,
      writtenMb: after.writtenMb - before.writtenMb,
    };
  };
}

interface Reading {
  /** Of each process of the server. */
  ticks: ReadonlyMap<number, number>;
  writtenMb: number;
}

async function readSqlite(): Promise<Reading> {
  const io = await readFile('/proc/self/io', 'utf8');
  const written = /^wchar: (\d+)$/m.exec(io)?.[1];
  return { ticks: new Map(), writtenMb: Number(written) / 1e6 };
}

async function readPostgres({ client }: MeasuredDatabase): Promise<Reading> {
  const { rows } = await client.raw(
    `select pid, pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as written
      from pg_stat_activity where datname = current_database()`,
  );
  const ticks = new Map<number, number>();
  for (const { pid } of rows) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // After the name in brackets, which may hold anything: the 14th and the 15th field of the line.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    ticks.set(pid, Number(fields[11]) + Number(fields[12]));
  }
  return { ticks, writtenMb: Number(rows[0].written) / 1e6 };
}
