import { ClusterTraffic } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { DbClusterVerdictsRow } from '../../tables';
import { chunksOf } from '../chunksOf';

/** Reads controllers and findings of some clusters; one of which nothing is known is absent. */
export async function readClusterTraffic(options: {
  tx: Knex;
  clusters: string[];
}): Promise<Map<string, ClusterTraffic>> {
  const known = new Map<string, ClusterTraffic>();
  for (const clusters of chunksOf(options.clusters)) {
    const rows = await options
      .tx<DbClusterVerdictsRow>('cluster_verdicts')
      .select('cluster', 'traffic')
      .whereIn('cluster', clusters);
    for (const { cluster, traffic } of rows) {
      if (traffic !== null) {
        known.set(cluster, JSON.parse(traffic));
      }
    }
  }
  return known;
}
