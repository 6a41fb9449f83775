import { NodePool } from '../../azure/facts';

/** Somewhere that pods can be scheduled to: a node pool, or the nodes that auto-provisioning creates. */
export interface SchedulablePool {
  name: string;
  /** Where it stands in the cluster's row, for evidence. */
  field: string;
  subnetId?: string;
  subnetField: string;
  podSubnetId?: string;
  nodePublicIp?: { prefixId?: string };
  /** Labels that every node of the pool carries, as far as they are known. */
  labels: ReadonlyMap<string, string>;
  /** Whether a label that is not in `labels` is certainly absent from the pool's nodes. */
  lacks(key: string): boolean;
  /** As Azure writes them: `key=value:Effect`. */
  taints: readonly string[];
}

/** Name under which the nodes of auto-provisioning are listed beside the pools. */
export const autoProvisionedPool = 'node-auto-provisioning';

/** Whether a pool runs nothing but the egress gateway or the system's own pods. */
export function isReservedPool(pool: NodePool): boolean {
  return pool.mode === 'Gateway' || pool.mode === 'ManagedSystem';
}
