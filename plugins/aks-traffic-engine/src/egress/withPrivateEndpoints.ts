import { EgressPath, Evidence } from 'backstage-plugin-aks-traffic-common';
import { AzureIndex } from '../azure/AzureIndex';
import { PrivateEndpoint, Subnet } from '../azure/facts';
import { isAnsweredBy } from '../azure/privateDns';
import { compareText } from '../objects/compareText';
import { armEvidence } from '../objects/evidence';

/** More than these are counted instead of named. */
const namedEndpoints = 20;

/**
 * Adds the private endpoints that pods reach without leaving the network: those in their own virtual network and in
 * its peers. They lead to one service each and give no way to the internet, whatever the path does.
 */
export function withPrivateEndpoints(
  path: EgressPath,
  azure: AzureIndex,
  subnet: Subnet | undefined,
): EgressPath {
  const networkId = subnet?.virtualNetworkId;
  const endpoints = networkId === undefined ? [] : within(azure, networkId);
  if (networkId === undefined || endpoints.length === 0) {
    return path;
  }
  const named = endpoints.slice(0, namedEndpoints);
  return {
    ...path,
    hops: [
      ...path.hops,
      ...named.map(({ name, armId }) => ({
        kind: 'private-endpoint',
        name,
        armId,
      })),
    ],
    evidence: [...path.evidence, ...evidenceOf(azure, networkId, endpoints)],
  };
}

function within(azure: AzureIndex, networkId: string): PrivateEndpoint[] {
  const peers = azure.virtualNetwork(networkId)?.peerings ?? [];
  const networks = [
    networkId,
    ...peers.flatMap(
      ({ remoteVirtualNetworkId }) => remoteVirtualNetworkId ?? [],
    ),
  ];
  return [...new Set(networks.flatMap(id => [...azure.privateEndpointsIn(id)]))]
    .filter(({ targets }) =>
      targets.some(({ status = 'Approved' }) => status === 'Approved'),
    )
    .sort((left, right) => compareText(left.armId, right.armId));
}

/** One piece for those whose names lead there, for those whose names do not, and for those that tell no name. */
function evidenceOf(
  azure: AzureIndex,
  networkId: string,
  endpoints: readonly PrivateEndpoint[],
): Evidence[] {
  const linked = new Set(
    azure
      .privateDnsZonesLinkedTo(networkId)
      .map(({ name }) => name.toLowerCase()),
  );
  const servers = azure.virtualNetwork(networkId)?.dnsServers ?? [];
  const nameless = endpoints.filter(({ fqdns }) => fqdns.length === 0);
  const named = endpoints.filter(({ fqdns }) => fqdns.length > 0);
  const answered = named.filter(({ fqdns }) =>
    fqdns.every(name => isAnsweredBy(name, linked)),
  );
  const others = named.filter(endpoint => !answered.includes(endpoint));
  return [
    ...piece(
      networkId,
      answered,
      'Pods reach these services without leaving the network, and the zone for their names is linked to it; this is no way to the internet.',
    ),
    ...piece(
      networkId,
      others,
      servers.length > 0
        ? `Pods can reach these services without leaving the network; whether their names lead there is up to its own DNS servers ${servers.join(
            ', ',
          )}.`
        : 'Pods can reach these services without leaving the network, but no private DNS zone that was read answers for their names there.',
    ),
    ...piece(
      networkId,
      nameless,
      `Pods can reach these services without leaving the network; their rows tell no name, so which of the linked zones (${
        [...linked].sort(compareText).join(', ') || 'none'
      }) answers for them is not known.`,
    ),
  ];
}

function piece(
  networkId: string,
  endpoints: readonly PrivateEndpoint[],
  meaning: string,
): Evidence[] {
  if (endpoints.length === 0) {
    return [];
  }
  const names = endpoints
    .slice(0, namedEndpoints)
    .map(({ name, fqdns }) =>
      fqdns.length > 0 ? `${name} (${fqdns.join(', ')})` : name,
    );
  const more = endpoints.length - names.length;
  return [
    armEvidence({
      armId: networkId,
      field: '(private endpoints in the network and its peers)',
      value: names.join('; ') + (more > 0 ? ` and ${more} more` : ''),
      meaning,
    }),
  ];
}
