import { Knex } from 'knex';
import { AllClusters } from '../../types';
import { readDiscovery } from '../discovery/readDiscovery';
import { listEgress } from './listEgress';
import { listClusters, readClusterTraffic } from './listClusters';

/** Reads all clusters, see the interface. */
export async function readClusters(options: {
  tx: Knex.Transaction;
}): Promise<AllClusters> {
  const { tx } = options;
  const clusters = await listClusters({ tx });
  return {
    clusters,
    traffic: await readClusterTraffic({
      tx,
      clusters: clusters.map(({ name }) => name),
    }),
    egress: await listEgress({ tx }),
    discovery: await readDiscovery({ tx }),
  };
}
