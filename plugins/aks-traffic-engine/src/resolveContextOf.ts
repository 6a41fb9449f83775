import { AzureIndex } from './azure/AzureIndex';
import { buildAzureIndex } from './azure/buildAzureIndex';
import { Estate } from './model/estate';
import { ClusterObservation } from './model/observation';
import { ResolveContext } from './model/resolveContext';
import { ClusterIndex } from './objects/ClusterIndex';
import { ServiceIndex } from './objects/ServiceIndex';
import { WorkloadIndex } from './objects/WorkloadIndex';

/** An estate is large and the same for every cluster of a sweep: its index is kept as long as the estate lives. */
const azureIndexes = new WeakMap<Estate, AzureIndex>();

/** Indexes what was read of a cluster and of Azure. */
export function resolveContextOf(
  observation: ClusterObservation,
  estate: Estate,
): ResolveContext {
  const index = ClusterIndex.create(observation);
  const azure = azureIndexes.get(estate) ?? buildAzureIndex(estate);
  azureIndexes.set(estate, azure);
  return {
    index,
    workloads: WorkloadIndex.create(index),
    services: ServiceIndex.create(index),
    azure,
    armId: observation.armId,
    managedCluster: azure.cluster({
      armId: observation.armId,
      name: observation.cluster,
    }),
  };
}
