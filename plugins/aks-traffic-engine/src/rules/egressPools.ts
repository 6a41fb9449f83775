import { EgressPath } from 'backstage-plugin-aks-traffic-common';
import { NodePool } from '../azure/facts';
import { poolPaths } from '../egress/poolPaths';
import { AssessmentInput } from '../model/stages';

/** A pool of a cluster, or the nodes of auto-provisioning, and how traffic of its pods leaves. */
export interface EgressPool {
  name: string;
  path: EgressPath;
  /** Absent for auto-provisioned nodes, which are in no pool. */
  pool?: NodePool;
}

/** How traffic of each pool leaves; nothing where the cluster's row was not read. */
export function egressPools({
  draft,
  azure,
  index,
}: AssessmentInput): EgressPool[] {
  const { managedCluster } = draft;
  if (managedCluster === undefined) {
    return [];
  }
  const { byPool } = poolPaths({ azure, index, cluster: managedCluster });
  return [...byPool].map(([{ name }, path]) => ({
    name,
    path,
    pool: managedCluster.nodePools.find(pool => pool.name === name),
  }));
}
