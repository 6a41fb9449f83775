import { EgressPath } from 'backstage-plugin-aks-traffic-common';
import {
  azureRow,
  clusterRow,
  net,
  vnetId,
} from './__testUtils__/egressEstate';
import { loadBalancerRows, resolve, meaningsOf } from './__testUtils__/waysOut';

describe('private endpoints', () => {
  const hub = net('virtualNetworks/hub');
  const endpoint = (
    name: string,
    network: string,
    status: string = 'Approved',
  ) =>
    azureRow(net(`privateEndpoints/${name}`), {
      subnet: { id: `${network}/subnets/endpoints` },
      customDnsConfigs: [{ fqdn: `${name}.database.windows.net` }],
      privateLinkServiceConnections: [
        {
          properties: {
            privateLinkServiceId: net('servers/sql'),
            privateLinkServiceConnectionState: { status },
          },
        },
      ],
    });
  const zone = net('privateDnsZones/privatelink.database.windows.net');
  const linked = [
    azureRow(zone, {}),
    azureRow(`${zone}/virtualNetworkLinks/shop`, {
      virtualNetwork: { id: vnetId },
    }),
  ];
  const endpointsOf = (path: EgressPath) =>
    path.hops
      .filter(({ kind }) => kind === 'private-endpoint')
      .map(({ name }) => name);

  it('are reached in the network and its peers, and are no way to the internet', () => {
    const [path] = resolve([
      ...loadBalancerRows,
      azureRow(vnetId, {
        virtualNetworkPeerings: [
          { properties: { remoteVirtualNetwork: { id: hub } } },
        ],
      }),
      endpoint('near', vnetId),
      endpoint('peer', hub),
      endpoint('far', net('virtualNetworks/far')),
      endpoint('refused', vnetId, 'Rejected'),
      ...linked,
    ]);
    expect(path.kind).toBe('load-balancer');
    expect(path.publicIps).toEqual(['20.0.2.1']);
    expect(endpointsOf(path)).toEqual(['near', 'peer']);
    expect(path.evidence.at(-1)).toMatchObject({
      object: { armId: vnetId },
      value:
        'near (near.database.windows.net); peer (peer.database.windows.net)',
      meaning: expect.stringContaining('is linked to it'),
    });
  });

  it('are said to be passed by where no zone is linked', () => {
    const [path] = resolve([...loadBalancerRows, endpoint('near', vnetId)]);
    expect(meaningsOf(path)).toContain('no private DNS zone');
    const [own] = resolve([
      ...loadBalancerRows,
      azureRow(vnetId, { dhcpOptions: { dnsServers: ['10.9.9.9'] } }),
      endpoint('near', vnetId),
    ]);
    expect(meaningsOf(own)).toContain('up to its own DNS servers 10.9.9.9');
  });

  it('are not said to be found by name where their rows tell none', () => {
    const nameless = azureRow(net('privateEndpoints/group'), {
      subnet: { id: `${vnetId}/subnets/endpoints` },
      customDnsConfigs: [],
      privateLinkServiceConnections: [
        { properties: { privateLinkServiceId: net('servers/sql') } },
      ],
    });
    const [path] = resolve([...loadBalancerRows, nameless, ...linked]);
    expect(endpointsOf(path)).toEqual(['group']);
    expect(meaningsOf(path)).toContain(
      'which of the linked zones (privatelink.database.windows.net) answers for them is not known',
    );
  });

  it('are counted where there are many', () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      endpoint(`e${String(at).padStart(2, '0')}`, vnetId),
    );
    const [path] = resolve([...loadBalancerRows, ...many, ...linked]);
    expect(endpointsOf(path)).toHaveLength(20);
    expect(path.evidence.at(-1)?.value).toMatch(/ and 10 more$/);
  });

  it('are nothing that a path without a subnet can tell', () => {
    const [path] = resolve([clusterRow(), endpoint('near', vnetId)]);
    expect(endpointsOf(path)).toEqual([]);
  });
});
