import { ClusterTraffic } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { digest } from '../../digest';
import { toOverview } from '../../overview';
import { DbClusterRow, DbClusterVerdictsRow } from '../../tables';
import { ClusterOffers } from '../../types';

/** The columns of a cluster's row that follow from its verdicts. */
type VerdictColumns = Pick<
  DbClusterRow,
  'traffic_hash' | 'targets_hash' | 'overview'
>;

/**
 * Keeps what was found about a cluster as a whole, where it is another than before.
 *
 * @returns what its row has to say of them now; undefined when nothing is to change.
 */
export async function saveVerdicts(options: {
  tx: Knex.Transaction;
  cluster: string;
  /** What the row says of those that are kept. */
  stored: Pick<VerdictColumns, 'traffic_hash' | 'targets_hash'>;
  traffic: ClusterTraffic;
  /** What there is stays when absent. */
  offers?: ClusterOffers;
}): Promise<Partial<VerdictColumns> | undefined> {
  const { tx, cluster, stored, traffic, offers } = options;
  const trafficHash = digest(traffic);
  const targetsHash = offers ? digest(offers) : stored.targets_hash;
  const trafficChanged = trafficHash !== stored.traffic_hash;
  const targetsChanged = targetsHash !== stored.targets_hash;
  if (!trafficChanged && !targetsChanged) {
    return undefined;
  }
  await tx<DbClusterVerdictsRow>('cluster_verdicts')
    .insert({
      cluster,
      ...(trafficChanged && { traffic: JSON.stringify(traffic) }),
      ...(targetsChanged && { targets: JSON.stringify(offers) }),
    })
    .onConflict('cluster')
    .merge();
  return {
    ...(trafficChanged && {
      traffic_hash: trafficHash,
      overview: JSON.stringify(toOverview(traffic)),
    }),
    ...(targetsChanged && { targets_hash: targetsHash }),
  };
}
