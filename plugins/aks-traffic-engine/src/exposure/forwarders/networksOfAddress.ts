import { parentArmId } from '../../azure/armId';
import {
  NetworkPlace,
  networkRelation,
  NetworkRelation,
} from '../../azure/networkRelation';
import { ResolveContext } from '../../model/resolveContext';

/** The virtual networks that a private address of the cluster may be in: that of its load balancer, else any of its. */
export function networksOfAddress(
  { azure, managedCluster }: ResolveContext,
  address: string,
): readonly string[] {
  if (managedCluster === undefined) {
    return [];
  }
  const ofFrontends = azure
    .loadBalancerFrontends(address, managedCluster)
    .flatMap(({ subnetId }) =>
      subnetId === undefined ? [] : parentArmId(subnetId) ?? [],
    );
  return ofFrontends.length > 0
    ? ofFrontends
    : azure.virtualNetworkIdsOf(managedCluster);
}

/** Whether a machine elsewhere is meant by an address that exists in many networks. */
export function relationTo(
  context: ResolveContext,
  address: string,
  place: NetworkPlace,
): NetworkRelation {
  const { azure } = context;
  const relations = networksOfAddress(context, address).map(networkId =>
    networkRelation({ azure, networkId, place }),
  );
  if (relations.length === 0) {
    return 'unknown';
  }
  return (
    (['connected', 'unknown'] as const).find(relation =>
      relations.includes(relation),
    ) ?? 'apart'
  );
}
