import { Knex } from 'knex';

/**
 * Runs several queries on the database as it is at one moment, so that what is said of a cluster fits what is said
 * of its Services even while both are being replaced.
 */
export async function readAtOnce<T>(
  client: Knex,
  read: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  // SQLite has one connection, so that a transaction has the database to itself; knex warns when asked for more.
  return client.client.config.client === 'pg'
    ? client.transaction(read, {
        isolationLevel: 'repeatable read',
        readOnly: true,
      })
    : client.transaction(read);
}
