import { EgressPath, Evidence } from 'backstage-plugin-aks-traffic-common';
import { ManagedCluster } from '../azure/facts';
import { Workload } from '../model/draft';
import { WorkloadQuestion } from '../model/stages';
import { armEvidence, objectEvidence } from '../objects/evidence';
import { mergePaths } from './mergePaths';
import { poolPaths, PoolPaths } from './poolPaths';
import { poolsForWorkload } from './scheduling/poolsForWorkload';
import { staticEgressGateway } from './staticEgressGateway';
import { withHttpProxy } from './withHttpProxy';

/**
 * How traffic of workloads leaves the cluster: one path for each way out that a pod of them may take, with the node
 * pools it holds for. Always at least one path; `unknown` with the reason as evidence where rows are missing.
 */
export function resolveEgress(question: WorkloadQuestion): EgressPath[] {
  const { managedCluster, workloads } = question;
  const resolved =
    managedCluster &&
    poolPaths({
      azure: question.azure,
      index: question.index,
      cluster: managedCluster,
    });
  const paths: EgressPath[] = [];
  if (workloads.length === 0) {
    paths.push(...pathsAnywhere(question, resolved));
  }
  for (const workload of workloads) {
    const gateway = staticEgressGateway({ index: question.index, workload });
    if (gateway !== undefined) {
      paths.push(
        managedCluster ? withHttpProxy(gateway, managedCluster) : gateway,
      );
    } else if (managedCluster && resolved && resolved.pools.length > 0) {
      paths.push(...pathsOf({ cluster: managedCluster, resolved, workload }));
    } else {
      paths.push(unresolved(question));
    }
  }
  return mergePaths(paths);
}

function pathsAnywhere(
  question: WorkloadQuestion,
  resolved: PoolPaths | undefined,
): EgressPath[] {
  return resolved && resolved.pools.length > 0
    ? [...resolved.byPool.values()]
    : [unresolved(question)];
}

function pathsOf(options: {
  cluster: ManagedCluster;
  resolved: PoolPaths;
  workload: Workload;
}): EgressPath[] {
  const { cluster, resolved, workload } = options;
  const fitting = poolsForWorkload({
    cluster,
    pools: resolved.pools,
    workload,
  });
  return fitting.pools.map(pool => {
    const path = resolved.byPool.get(pool)!;
    return fitting.evidence.length === 0
      ? path
      : { ...path, evidence: [...path.evidence, ...fitting.evidence] };
  });
}

function unresolved(question: WorkloadQuestion): EgressPath {
  return {
    kind: 'unknown',
    hops: [],
    publicIps: [],
    nodePools: [],
    evidence: [reason(question)],
  };
}

function reason(question: WorkloadQuestion): Evidence {
  const { managedCluster, namespace } = question;
  if (managedCluster !== undefined) {
    return armEvidence({
      armId: managedCluster.armId,
      field: 'properties.agentPoolProfiles',
      value: undefined,
      meaning:
        'The row names no node pool that workloads can run in, so their way out is not known',
    });
  }
  return objectEvidence({
    object: { apiVersion: 'v1', kind: 'Namespace', name: namespace },
    field: '(managed cluster in Azure)',
    value: undefined,
    meaning:
      'No Azure row of the cluster was read, and Kubernetes objects alone do not tell how traffic leaves',
  });
}
