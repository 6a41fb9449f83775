import { Knex } from 'knex';
import { ClusterRecord } from '../../types';
import { listClustersByName } from './listClusters';
import { listEgress } from './listEgress';
import { readClusterTraffic } from './readClusterTraffic';

/** Reads one cluster, see the interface. */
export async function readCluster(options: {
  tx: Knex.Transaction;
  cluster: string;
}): Promise<ClusterRecord | undefined> {
  const { tx, cluster: name } = options;
  const cluster = (await listClustersByName({ tx, names: [name] })).get(name);
  if (!cluster) {
    return undefined;
  }
  const traffic = await readClusterTraffic({ tx, clusters: [name] });
  const egress = await listEgress({ tx, cluster: name });
  return {
    cluster,
    traffic: traffic.get(name),
    egress: egress.get(name) ?? [],
  };
}
