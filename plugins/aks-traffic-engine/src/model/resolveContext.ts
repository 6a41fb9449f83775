import { AzureIndex } from '../azure/AzureIndex';
import { ManagedCluster } from '../azure/facts';
import { ClusterIndex } from '../objects/ClusterIndex';
import { ServiceIndex } from '../objects/ServiceIndex';
import { WorkloadIndex } from '../objects/WorkloadIndex';

/** Everything known about one cluster, indexed: what every step of resolving ingress reads and none changes. */
export interface ResolveContext {
  index: ClusterIndex;
  workloads: WorkloadIndex;
  services: ServiceIndex;
  azure: AzureIndex;
  /** Resource id of the cluster; absent for one that is not known to be in Azure. */
  armId?: string;
  /** Absent when the cluster's row was not read. */
  managedCluster?: ManagedCluster;
}
