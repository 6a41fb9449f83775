import { Knex } from 'knex';
import { DbClusterVerdictsRow } from '../../tables';
import { ClusterOffers } from '../../types';

/** Reads what a cluster has of what each gateway needs, see the interface. */
export async function readTargets(options: {
  tx: Knex;
  cluster: string;
}): Promise<ClusterOffers | undefined> {
  const { tx, cluster } = options;
  const row: Pick<DbClusterVerdictsRow, 'targets'> | undefined = await tx(
    'clusters',
  )
    .leftJoin('cluster_verdicts', 'cluster', 'name')
    .where({ name: cluster })
    .first('targets');
  if (!row) {
    return undefined;
  }
  const stored = JSON.parse(row.targets ?? '[]');
  // Readings from before the choices were kept have the list alone.
  return Array.isArray(stored) ? { targets: stored } : stored;
}
