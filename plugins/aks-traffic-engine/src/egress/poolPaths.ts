import { EgressPath, Evidence } from 'backstage-plugin-aks-traffic-common';
import { AzureIndex } from '../azure/AzureIndex';
import { ManagedCluster } from '../azure/facts';
import { ClusterIndex } from '../objects/ClusterIndex';
import { mergePaths } from './mergePaths';
import { EgressStep, PathEnd, unknownEnd } from './PoolContext';
import { SchedulablePool } from './scheduling/SchedulablePool';
import { schedulablePools } from './scheduling/schedulablePools';
import { byDefaultOutboundAccess } from './steps/byDefaultOutboundAccess';
import { byDefaultRoute } from './steps/byDefaultRoute';
import { byNatGateway } from './steps/byNatGateway';
import { byNodePublicIp } from './steps/byNodePublicIp';
import { byOutboundType } from './steps/byOutboundType';
import { locateSubnet } from './steps/locateSubnet';
import { withHttpProxy } from './withHttpProxy';
import { withPrivateEndpoints } from './withPrivateEndpoints';

/** Azure's precedence for internet traffic. The first step that comes to an end decides. */
const steps: readonly EgressStep[] = [
  byDefaultRoute,
  byNatGateway,
  byNodePublicIp,
  byOutboundType,
  byDefaultOutboundAccess,
];

/** How traffic of each pool of a cluster leaves. */
export interface PoolPaths {
  pools: readonly SchedulablePool[];
  byPool: ReadonlyMap<SchedulablePool, EgressPath>;
  /** The ways out from some of the pools; pools that share one are named together. */
  pathsFrom(pools: readonly SchedulablePool[]): readonly EgressPath[];
}

interface Remembered {
  azure: AzureIndex;
  cluster: ManagedCluster;
  paths: PoolPaths;
}

const remembered = new WeakMap<ClusterIndex, Remembered>();

/**
 * Resolves all pools of a cluster. Every Service asks for the same pools, so the answer is kept for as long as the
 * index of the cluster's objects is.
 */
export function poolPaths(options: {
  azure: AzureIndex;
  index: ClusterIndex;
  cluster: ManagedCluster;
}): PoolPaths {
  const { azure, index, cluster } = options;
  const known = remembered.get(index);
  if (known?.azure === azure && known.cluster === cluster) {
    return known.paths;
  }
  const pools = schedulablePools(cluster, index);
  const byPool = new Map(
    pools.map(pool => [pool, resolvePool({ ...options, pool })]),
  );
  const paths = { pools, byPool, pathsFrom: pathsFinder(byPool) };
  remembered.set(index, { azure, cluster, paths });
  return paths;
}

/** Workloads are many and the sets of pools they can run in are few. */
function pathsFinder(
  byPool: ReadonlyMap<SchedulablePool, EgressPath>,
): PoolPaths['pathsFrom'] {
  const numbers = new Map(
    [...byPool.keys()].map((pool, number) => [pool, number]),
  );
  const known = new Map<string, readonly EgressPath[]>();
  return pools => {
    const key = pools.map(pool => numbers.get(pool)).join();
    let paths = known.get(key);
    if (paths === undefined) {
      paths = mergePaths(pools.map(pool => byPool.get(pool)!));
      known.set(key, paths);
    }
    return paths;
  };
}

function resolvePool(options: {
  azure: AzureIndex;
  index: ClusterIndex;
  cluster: ManagedCluster;
  pool: SchedulablePool;
}): EgressPath {
  const { cluster, pool } = options;
  const located = locateSubnet(options);
  const evidence: Evidence[] = [...located.evidence];
  let end: PathEnd | undefined;
  if (located.subnet !== undefined) {
    for (const step of steps) {
      const result = step({ ...options, subnet: located.subnet });
      evidence.push(...result.evidence);
      end = result.end;
      if (end !== undefined) {
        break;
      }
    }
  }
  return withPrivateEndpoints(
    withHttpProxy(
      { ...(end ?? unknownEnd()), nodePools: [pool.name], evidence },
      cluster,
    ),
    options.azure,
    located.subnet,
  );
}
