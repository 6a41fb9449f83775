import { EgressPath, Evidence } from 'backstage-plugin-aks-traffic-common';
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
  if (workloads.length === 0) {
    return pathsAnywhere(question, resolved);
  }
  const paths = workloads.map(workload =>
    pathsOf({ question, resolved, workload }),
  );
  return paths.length === 1 ? paths[0] : mergePaths(paths.flat());
}

function pathsAnywhere(
  question: WorkloadQuestion,
  resolved: PoolPaths | undefined,
): EgressPath[] {
  return resolved && resolved.pools.length > 0
    ? [...resolved.pathsFrom(resolved.pools)]
    : [unresolved(question)];
}

/** The ways out of one workload, of which no two differ in their pools alone. */
function pathsOf(options: {
  question: WorkloadQuestion;
  resolved: PoolPaths | undefined;
  workload: Workload;
}): EgressPath[] {
  const { question, resolved, workload } = options;
  const { index, managedCluster } = question;
  const gateway = staticEgressGateway({ index, workload });
  if (gateway !== undefined) {
    return [managedCluster ? withHttpProxy(gateway, managedCluster) : gateway];
  }
  if (!managedCluster || !resolved || resolved.pools.length === 0) {
    return [unresolved(question)];
  }
  const { pools, evidence } = poolsForWorkload({
    cluster: managedCluster,
    pools: resolved.pools,
    workload,
  });
  const paths = resolved.pathsFrom(pools);
  return evidence.length === 0
    ? [...paths]
    : paths.map(path => ({
        ...path,
        evidence: [...path.evidence, ...evidence],
      }));
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
