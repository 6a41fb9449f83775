import { Knex } from 'knex';
import { DbServiceListRow } from '../../tables';
import { chunksOf } from '../chunksOf';

/** References of the owners of all entities that claim a Service, by the Service's id; the most exact claim first. */
export async function readClaimOwners(options: {
  tx: Knex;
  serviceIds: readonly string[];
}): Promise<Map<string, string[]>> {
  const owners = new Map<string, string[]>();
  for (const ids of chunksOf(options.serviceIds)) {
    const rows = await options
      .tx<DbServiceListRow>('service_list')
      .select('service_id', 'owner')
      .whereIn('service_id', ids)
      .whereNot('owner', '')
      .orderBy('rank');
    for (const { service_id, owner } of rows) {
      owners.set(service_id, [...(owners.get(service_id) ?? []), owner]);
    }
  }
  return owners;
}
