import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { armKey, armName, parentArmId } from '../../azure/armId';
import { AzureIndex } from '../../azure/AzureIndex';
import { AzureFirewall, Subnet, VirtualNetwork } from '../../azure/facts';
import { armEvidence } from '../../objects/evidence';

/** What is known about the appliance at the address of a next hop. */
export interface MatchedFirewall {
  firewall?: AzureFirewall;
  evidence: Evidence[];
}

/**
 * Finds the Azure Firewall at a next hop. The same private address exists in many virtual networks, so an address
 * alone proves nothing: the firewall has to be in the subnet's own network, in a peered one, or in a connected hub.
 */
export function matchFirewall(options: {
  azure: AzureIndex;
  subnet: Subnet;
  address: string;
}): MatchedFirewall {
  const { azure, subnet, address } = options;
  const candidates = azure.firewallsByPrivateAddress(address);
  const network = azure.virtualNetwork(subnet.virtualNetworkId);
  const reachable = candidates.filter(firewall =>
    isReachable(firewall, subnet, network),
  );
  if (reachable.length === 1) {
    return { firewall: reachable[0], evidence: [claim(reachable[0], address)] };
  }
  if (network?.peerings === undefined && candidates.length === 1) {
    return {
      firewall: candidates[0],
      evidence: [
        claim(candidates[0], address),
        armEvidence({
          armId: subnet.virtualNetworkId ?? subnet.armId,
          field: 'properties.virtualNetworkPeerings',
          value: undefined,
          meaning:
            'The peerings were not read; that the firewall is reachable from here is assumed, because no other one with this address was read',
        }),
      ],
    };
  }
  return {
    evidence: candidates.map(firewall =>
      armEvidence({
        armId: firewall.armId,
        field: privateAddressField(firewall),
        value: address,
        meaning:
          reachable.length > 1
            ? 'One of several firewalls with this address within reach; which one it is cannot be told'
            : "Has the address of the next hop, but its network is not connected to the subnet's, so it is another machine",
      }),
    ),
  };
}

function isReachable(
  firewall: AzureFirewall,
  subnet: Subnet,
  network: VirtualNetwork | undefined,
): boolean {
  const near = new Set<string>();
  if (subnet.virtualNetworkId !== undefined) {
    near.add(armKey(subnet.virtualNetworkId));
  }
  const peers = (network?.peerings ?? []).flatMap(
    peering => peering.remoteVirtualNetworkId ?? [],
  );
  for (const peer of peers) {
    near.add(armKey(peer));
  }
  if (firewall.subnetIds.some(id => near.has(armKey(parentArmId(id) ?? '')))) {
    return true;
  }
  if (firewall.virtualHubId === undefined) {
    return false;
  }
  // A hub has a network of Microsoft's own behind it, which peers with the spokes under the name HV_<hub>_<number>.
  const hubNetwork = `hv_${armName(firewall.virtualHubId).toLowerCase()}_`;
  return peers.some(peer => armName(peer).toLowerCase().startsWith(hubNetwork));
}

function claim(firewall: AzureFirewall, address: string): Evidence {
  return armEvidence({
    armId: firewall.armId,
    field: privateAddressField(firewall),
    value: address,
    meaning: `The next hop is Azure Firewall ${firewall.name}`,
  });
}

function privateAddressField(firewall: AzureFirewall): string {
  return firewall.virtualHubId === undefined
    ? 'properties.ipConfigurations[].properties.privateIPAddress'
    : 'properties.hubIPAddresses.privateIPAddress';
}
