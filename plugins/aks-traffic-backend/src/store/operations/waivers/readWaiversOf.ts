import { Knex } from 'knex';
import { StoredWaiver } from '../../../waivers/waiverState';
import { DbWaiverRow } from '../../tables';
import { toStoredWaiver } from '../../waiverConversion';
import { chunksOf } from '../chunksOf';

/** Reads all waivers of some Services, newest first. */
export async function readWaiversOf(options: {
  tx: Knex;
  serviceIds: readonly string[];
}): Promise<StoredWaiver[]> {
  const rows: DbWaiverRow[] = [];
  for (const ids of chunksOf(options.serviceIds)) {
    rows.push(
      ...(await options.tx<DbWaiverRow>('waivers').whereIn('service_id', ids)),
    );
  }
  return rows
    .sort((a, b) => (a.created_at < b.created_at ? 1 : -1))
    .map(toStoredWaiver);
}
