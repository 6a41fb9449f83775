import { Knex } from 'knex';
import { ClusterOverview } from '../../overview';
import { DbClusterRow } from '../../tables';
import { AllClusters } from '../../types';
import { readDiscovery } from '../discovery/readDiscovery';
import { listClusters } from './listClusters';
import { listEgress } from './listEgress';

/** Reads all clusters, see the interface. */
export async function readClusters(options: {
  tx: Knex.Transaction;
}): Promise<AllClusters> {
  const { tx } = options;
  return {
    clusters: await listClusters({ tx }),
    overviews: await readOverviews(tx),
    egress: await listEgress({ tx }),
    discovery: await readDiscovery({ tx }),
  };
}

async function readOverviews(
  tx: Knex.Transaction,
): Promise<Map<string, ClusterOverview>> {
  const rows = await tx<DbClusterRow>('clusters')
    .select('name', 'overview')
    .whereNotNull('overview');
  return new Map(
    rows.map(({ name, overview }) => [name, JSON.parse(overview!)]),
  );
}
