import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

const directory = resolvePackagePath(
  'backstage-plugin-aks-traffic-backend',
  'migrations',
);

/** Opens the plugin's own database and brings its tables up to date, unless the operator does that. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const client = await database.getClient();
  // Failed queries are logged and answered with; the values in them are annotations that only owners may see.
  client.client.config.compileSqlOnError = false;
  if (!database.migrations?.skip) {
    await client.migrate.latest({ directory });
  }
  return client;
}
