import { armKey, armName, parentArmId } from './armId';
import { AzureIndex } from './AzureIndex';

/** Where a machine stands: the subnets it is in, or the virtual hub. */
export interface NetworkPlace {
  subnetIds: readonly string[];
  virtualHubId?: string;
}

/**
 * Whether packets get from one place to another: `connected` for the same network, a peered one or a connected hub;
 * `unknown` where peerings were not read, or where both have a peer in common that may pass packets on.
 */
export type NetworkRelation = 'connected' | 'apart' | 'unknown';

/** Relates a virtual network to a place. The same private address exists in many networks, so it matters. */
export function networkRelation(options: {
  azure: AzureIndex;
  networkId: string | undefined;
  place: NetworkPlace;
}): NetworkRelation {
  const { azure, networkId, place } = options;
  if (networkId === undefined) {
    return 'unknown';
  }
  const own = azure.virtualNetwork(networkId)?.peerings;
  const peers = (own ?? []).flatMap(
    peering => peering.remoteVirtualNetworkId ?? [],
  );
  const near = new Set([networkId, ...peers].map(armKey));
  const networks = place.subnetIds.flatMap(id => parentArmId(id) ?? []);
  if (
    networks.some(id => near.has(armKey(id))) ||
    isHubAmong(peers, place.virtualHubId)
  ) {
    return 'connected';
  }
  if (own === undefined) {
    return 'unknown';
  }
  const isShared = networks.some(id =>
    (azure.virtualNetwork(id)?.peerings ?? []).some(
      ({ remoteVirtualNetworkId = '' }) =>
        near.has(armKey(remoteVirtualNetworkId)),
    ),
  );
  return isShared ? 'unknown' : 'apart';
}

/** A hub has a network of Microsoft's own behind it, which peers with the spokes under the name HV_<hub>_<number>. */
function isHubAmong(
  peers: readonly string[],
  virtualHubId: string | undefined,
): boolean {
  if (virtualHubId === undefined) {
    return false;
  }
  const hubNetwork = `hv_${armName(virtualHubId).toLowerCase()}_`;
  return peers.some(peer => armName(peer).toLowerCase().startsWith(hubNetwork));
}
