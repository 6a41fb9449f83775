import { Knex } from 'knex';
import { DbWaiverRow } from '../../tables';
import { applyWaivers } from './applyWaivers';
import { lockClusters } from './lockClusters';

/**
 * Lets the findings count again whose waivers have expired. Called before the list is read: so it is right at any
 * time, whether or not a task ran, and costs the look at an index when nothing expired.
 */
export async function settleWaivers(client: Knex, now: Date): Promise<void> {
  const expired = () =>
    client<DbWaiverRow>('waivers')
      .where('applied', true)
      .where('expires_at', '<=', now.toISOString());
  if (!(await expired().first('id'))) {
    return;
  }
  await client.transaction(async tx => {
    const rows = await expired()
      .transacting(tx)
      .select('cluster', 'service_id');
    await lockClusters({
      tx,
      clusters: [...new Set(rows.map(({ cluster }) => cluster))],
    });
    const serviceIds = [...new Set(rows.map(({ service_id }) => service_id))];
    await applyWaivers({ tx, serviceIds, now });
  });
}
