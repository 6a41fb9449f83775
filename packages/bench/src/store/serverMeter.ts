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
    return {
      cpuMs: after.cpuMs - before.cpuMs,
      writtenMb: after.writtenMb - before.writtenMb,
    };
  };
}

async function readSqlite(): Promise<ServerFigures> {
  const io = await readFile('/proc/self/io', 'utf8');
  const written = /^wchar: (\d+)$/m.exec(io)?.[1];
  return { cpuMs: 0, writtenMb: Number(written) / 1e6 };
}

async function readPostgres({
  client,
}: MeasuredDatabase): Promise<ServerFigures> {
  const { rows } = await client.raw(
    `select pid, pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as written
      from pg_stat_activity where datname = current_database()`,
  );
  let ticks = 0;
  for (const { pid } of rows) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // After the name in brackets, which may hold anything: the 14th and the 15th field of the line.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    ticks += Number(fields[11]) + Number(fields[12]);
  }
  return { cpuMs: ticks * tickMs, writtenMb: Number(rows[0].written) / 1e6 };
}
