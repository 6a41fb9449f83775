import { Knex } from 'knex';
import { ClusterView } from '../../types';
import { readDiscovery } from '../discovery/readDiscovery';
import { listClusters, readClusterTraffic } from './listClusters';

/** Reads all clusters, see the interface. */
export async function readClusters(options: {
  tx: Knex.Transaction;
}): Promise<ClusterView> {
  const { tx } = options;
  const clusters = await listClusters({ tx });
  return {
    clusters,
    traffic: await readClusterTraffic({
      tx,
      clusters: clusters.map(({ name }) => name),
    }),
    discovery: await readDiscovery({ tx }),
  };
}
