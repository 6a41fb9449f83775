import { ClusterTarget } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { DbClusterRow } from '../../tables';

/** Reads what a cluster has of what each gateway needs, see the interface. */
export async function readTargets(options: {
  tx: Knex;
  cluster: string;
}): Promise<ClusterTarget[] | undefined> {
  const { tx, cluster } = options;
  const row = await tx<DbClusterRow>('clusters')
    .where({ name: cluster })
    .first('targets');
  if (!row) {
    return undefined;
  }
  return row.targets === null ? [] : JSON.parse(row.targets);
}
