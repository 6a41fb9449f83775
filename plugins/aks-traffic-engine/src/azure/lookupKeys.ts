import { addressKey } from './addressKey';
import { armKey } from './armId';
import { LoadBalancerFrontend, ManagedCluster } from './facts';

/** The form in which resource ids that a row may lack compare. */
export function optionalArmKey(armId: string | undefined): string | undefined {
  return armId === undefined ? undefined : armKey(armId);
}

/** The form in which addresses that a row may lack compare. */
export function optionalAddressKey(
  address: string | undefined,
): string | undefined {
  return address === undefined ? undefined : addressKey(address);
}

/** The form in which resource groups compare, of one subscription or of any. */
export function groupKey(
  subscriptionId: string | undefined,
  resourceGroup: string | undefined,
): string | undefined {
  return resourceGroup === undefined
    ? undefined
    : `${subscriptionId ?? ''}/${resourceGroup}`.toLowerCase();
}

/** Whether an address is the public one of a frontend, which exists only once. */
export function isPublicAt(
  frontend: LoadBalancerFrontend,
  address: string,
): boolean {
  return (
    frontend.publicAddress !== undefined &&
    addressKey(frontend.publicAddress) === addressKey(address)
  );
}

/** Whether a resource is in the resource group that AKS keeps for a cluster. */
export function isInNodeResourceGroup(
  armId: string,
  cluster: ManagedCluster,
): boolean {
  return (
    cluster.nodeResourceGroup !== undefined &&
    cluster.subscriptionId !== undefined &&
    armKey(armId).startsWith(
      armKey(
        `/subscriptions/${cluster.subscriptionId}/resourceGroups/${cluster.nodeResourceGroup}/`,
      ),
    )
  );
}
