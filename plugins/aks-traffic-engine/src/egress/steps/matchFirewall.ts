import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { AzureIndex } from '../../azure/AzureIndex';
import { AzureFirewall, Subnet } from '../../azure/facts';
import { networkRelation } from '../../azure/networkRelation';
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
  const reachable = candidates.filter(
    place =>
      networkRelation({ azure, networkId: subnet.virtualNetworkId, place }) ===
      'connected',
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
