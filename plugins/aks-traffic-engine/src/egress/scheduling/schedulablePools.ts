import { ManagedCluster, NodePool } from '../../azure/facts';
import { ClusterIndex } from '../../objects/ClusterIndex';
import { compareText } from '../../objects/compareText';
import { kinds } from '../../objects/kinds';
import { labelOf, labelsOf } from '../../objects/metadata';
import {
  autoProvisionedPool,
  isReservedPool,
  SchedulablePool,
} from './SchedulablePool';

const spotLabel = 'kubernetes.azure.com/scalesetpriority';

/** Everywhere that a workload of the cluster could run, sorted by name. */
export function schedulablePools(
  cluster: ManagedCluster,
  index: ClusterIndex,
): SchedulablePool[] {
  const nodeLabels = commonNodeLabels(index);
  const pools = cluster.nodePools
    .filter(pool => !isReservedPool(pool))
    .sort((left, right) => compareText(left.name, right.name));
  const known = new Map(
    pools.map(pool => [
      pool,
      new Map([
        ...(nodeLabels.get(pool.name) ?? []),
        ...pool.labels,
        ...impliedLabels(pool),
      ]),
    ]),
  );
  const keysInUse = new Set(
    [...known.values()].flatMap(map => [...map.keys()]),
  );
  const schedulable = pools.map(pool =>
    fromNodePool(pool, known.get(pool)!, keysInUse),
  );
  if (cluster.nodeAutoProvisioning || cluster.hostedSystem?.enabled) {
    schedulable.push(autoProvisioned(cluster));
  }
  return schedulable;
}

function fromNodePool(
  pool: NodePool,
  labels: ReadonlyMap<string, string>,
  keysInUse: ReadonlySet<string>,
): SchedulablePool {
  const field = `properties.agentPoolProfiles[${pool.name}]`;
  return {
    name: pool.name,
    field,
    subnetId: pool.subnetId,
    subnetField: `${field}.vnetSubnetID`,
    podSubnetId: pool.podSubnetId,
    ...(pool.enableNodePublicIp && {
      nodePublicIp: { prefixId: pool.nodePublicIpPrefixId },
    }),
    labels,
    // A key that some pool sets is a key that pools are told apart by. Any other one may be put on nodes later on,
    // and then says nothing about the pool.
    lacks: key =>
      !labels.has(key) && keysInUse.has(key) && !isUntold(pool, key),
    taints: pool.spot
      ? [...pool.taints, `${spotLabel}=spot:NoSchedule`]
      : pool.taints,
  };
}

function autoProvisioned(cluster: ManagedCluster): SchedulablePool {
  const hosted = cluster.hostedSystem?.nodeSubnetId;
  return {
    name: autoProvisionedPool,
    field: 'properties.nodeProvisioningProfile',
    subnetId:
      hosted ??
      cluster.nodePools.find(pool => pool.mode === 'System')?.subnetId,
    subnetField:
      hosted === undefined
        ? 'properties.agentPoolProfiles[].vnetSubnetID'
        : 'properties.hostedSystemProfile.nodeSubnetID',
    labels: new Map(),
    lacks: () => false,
    taints: [],
  };
}

function impliedLabels(pool: NodePool): [string, string][] {
  const labels: [string, string][] = [
    ['agentpool', pool.name],
    ['kubernetes.azure.com/agentpool', pool.name],
  ];
  if (pool.mode !== undefined) {
    labels.push(['kubernetes.azure.com/mode', pool.mode.toLowerCase()]);
  }
  if (pool.osType !== undefined) {
    labels.push(['kubernetes.io/os', pool.osType.toLowerCase()]);
  }
  if (pool.vmSize !== undefined) {
    labels.push(['node.kubernetes.io/instance-type', pool.vmSize]);
  }
  if (pool.spot) {
    labels.push([spotLabel, 'spot']);
  }
  return labels;
}

/** Labels that every pool has, but whose value this row does not tell. */
function isUntold(pool: NodePool, key: string): boolean {
  return (
    (key === 'kubernetes.azure.com/mode' && pool.mode === undefined) ||
    (key === 'kubernetes.io/os' && pool.osType === undefined) ||
    (key === 'node.kubernetes.io/instance-type' && pool.vmSize === undefined)
  );
}

/** By pool, the labels on which all of its nodes that were read agree. */
function commonNodeLabels(
  index: ClusterIndex,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const common = new Map<string, ReadonlyMap<string, string>>();
  for (const node of index.list(kinds.node)) {
    const pool =
      labelOf(node, 'kubernetes.azure.com/agentpool') ??
      labelOf(node, 'agentpool');
    if (pool !== undefined) {
      const labels = labelsOf(node);
      const known = common.get(pool) ?? labels;
      common.set(
        pool,
        new Map([...known].filter(([key, value]) => labels.get(key) === value)),
      );
    }
  }
  return common;
}
