import { Knex } from 'knex';
import { toStoredDiscovery } from '../../conversion';
import { DbDiscoveryRow } from '../../tables';
import { StoredDiscovery } from '../../types';

/** Reads what is known of the newest discovery, clusters excepted. */
export async function readDiscovery(options: {
  tx: Knex;
}): Promise<StoredDiscovery | undefined> {
  const row = await options.tx<DbDiscoveryRow>('discoveries').first();
  return row && toStoredDiscovery(row);
}
