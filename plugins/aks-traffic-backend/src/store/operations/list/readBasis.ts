import { Knex } from 'knex';
import { ListBasis } from '../../listTypes';
import { readLinkedAt } from '../catalog/readLinkedAt';
import { readDiscovery } from '../discovery/readDiscovery';
import { listClusters } from '../query/listClusters';

/** Reads what is known of where lists come from, see the interface. */
export async function readBasis(options: { tx: Knex }): Promise<ListBasis> {
  return {
    clusters: await listClusters(options),
    discovery: await readDiscovery(options),
    linkedAt: await readLinkedAt(options),
  };
}
