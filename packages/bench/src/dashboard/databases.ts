import { openDatabase } from 'backstage-plugin-aks-traffic-backend/src/store/openDatabase';
import createClient, { Knex } from 'knex';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A database to measure on. */
export interface MeasuredDatabase {
  name: string;
  client: Knex;
  close(): Promise<void>;
}

/** A file, as small installations have it. */
export async function openSqlite(): Promise<MeasuredDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'aks-traffic-bench-'));
  const client = await openSqliteFile(join(folder, 'bench.sqlite'));
  return {
    name: 'SQLite',
    client,
    close: async () => {
      await client.destroy();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The plugin's database in a file, made where there is none. */
export async function openSqliteFile(filename: string): Promise<Knex> {
  const client = createClient({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
  });
  await client.raw('pragma synchronous = off');
  await open(client);
  return client;
}

/** A schema of its own on the server that a connection string names. */
export async function openPostgres(
  connectionString: string,
  /** Sets schemas of one process apart. */
  suffix = '',
): Promise<MeasuredDatabase> {
  const schema = `aks_traffic_bench_${process.pid}${suffix}`;
  const client = createClient({
    client: 'pg',
    connection: connectionString,
    searchPath: [schema],
  });
  await client.raw('create schema ??', [schema]);
  await open(client);
  return {
    name: 'PostgreSQL',
    client,
    close: async () => {
      await client.raw('drop schema ?? cascade', [schema]);
      await client.destroy();
    },
  };
}

async function open(client: Knex): Promise<void> {
  await openDatabase({ getClient: async () => client });
}
