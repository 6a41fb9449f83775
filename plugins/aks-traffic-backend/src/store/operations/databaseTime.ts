import { Knex } from 'knex';

/** The time as the database has it, which is the same for all replicas. */
export async function databaseTime(tx: Knex): Promise<Date> {
  if (tx.client.config.client === 'pg') {
    const { rows } = await tx.raw(
      'SELECT floor(extract(epoch FROM clock_timestamp()) * 1000) AS now',
    );
    return new Date(Number(rows[0].now));
  }
  const [{ now }] = await tx.raw(
    "SELECT round((julianday('now') - 2440587.5) * 86400000) AS now",
  );
  return new Date(Number(now));
}

/** A time some milliseconds after another, as it is stored. */
export function isoAfter(moment: Date, milliseconds: number): string {
  return new Date(moment.getTime() + milliseconds).toISOString();
}
