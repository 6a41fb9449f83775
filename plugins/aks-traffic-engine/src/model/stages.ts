import { Severity } from 'backstage-plugin-aks-traffic-common';
import { AzureIndex } from '../azure/AzureIndex';
import { ManagedCluster } from '../azure/facts';
import { ClusterIndex } from '../objects/ClusterIndex';
import { AnalysisDraft, Workload } from './draft';

/** What `resolveEgress` and `resolveEastWest` are asked: how traffic of these workloads leaves and moves. */
export interface WorkloadQuestion {
  index: ClusterIndex;
  azure: AzureIndex;
  /** Absent when the cluster's row was not read, or for manifest files that stand for no cluster. */
  managedCluster?: ManagedCluster;
  namespace: string;
  /** Empty when the Service selects nothing that was read. */
  workloads: readonly Workload[];
}

/** What `assess` is asked: what all rules say about a resolved cluster. */
export interface AssessmentInput {
  draft: AnalysisDraft;
  index: ClusterIndex;
  azure: AzureIndex;
  now: Date;
  /** Severity by rule id, over the engine's own table. */
  severities?: Record<string, Severity>;
}
