import { ResourceRow } from '../model/estate';
import {
  azureRow,
  clusterRow,
  net,
  nodeGroup,
  nodesSubnetId,
  observationOf,
  publicIpRow,
  routeTableRow,
  subnetRow,
  vnetId,
} from './__testUtils__/egressEstate';
import {
  firewallId,
  firewallRow,
  toFirewall,
  natRows,
  loadBalancerRows,
  resolve,
  meaningsOf,
} from './__testUtils__/waysOut';

describe('resolveEgress', () => {
  it('follows a default route to an Azure Firewall in the same network', () => {
    const [path, ...more] = resolve([
      clusterRow({ outboundType: 'userDefinedRouting' }),
      ...toFirewall,
      firewallRow(),
      publicIpRow('fw', '20.9.9.9'),
    ]);
    expect(more).toEqual([]);
    expect(path).toMatchObject({
      kind: 'azure-firewall',
      hops: [
        { kind: 'route-table', name: 'udr' },
        { kind: 'azure-firewall', name: 'fw', armId: firewallId },
      ],
      publicIps: ['20.9.9.9'],
      nodePools: ['user'],
    });
    expect(path.evidence.map(entry => entry.field)).toEqual([
      'properties.agentPoolProfiles[user].vnetSubnetID',
      'properties.routeTable.id',
      'properties.routes[0.0.0.0/0]',
      'properties.ipConfigurations[].properties.privateIPAddress',
      'properties.ipAddress',
    ]);
  });

  it('follows a default route to a firewall in a peered network', () => {
    const hub = net('virtualNetworks/hub');
    const [path] = resolve([
      clusterRow(),
      ...toFirewall,
      azureRow(vnetId, {
        virtualNetworkPeerings: [
          { properties: { remoteVirtualNetwork: { id: hub } } },
        ],
      }),
      firewallRow(`${hub}/subnets/AzureFirewallSubnet`),
    ]);
    expect(path.kind).toBe('azure-firewall');
    expect(path.publicIps).toEqual([]);
    expect(meaningsOf(path)).toContain('the source address is not known');
  });

  it('finds a firewall in a connected virtual hub with the addresses it states itself', () => {
    const [path] = resolve([
      clusterRow(),
      ...toFirewall,
      azureRow(vnetId, {
        virtualNetworkPeerings: [
          {
            properties: {
              remoteVirtualNetwork: { id: net('virtualNetworks/HV_hub1_77') },
            },
          },
        ],
      }),
      azureRow(firewallId, {
        virtualHub: { id: net('virtualHubs/hub1') },
        hubIPAddresses: {
          privateIPAddress: '10.9.0.4',
          publicIPs: { addresses: [{ address: '20.7.7.7' }] },
        },
      }),
    ]);
    expect(path).toMatchObject({
      kind: 'azure-firewall',
      publicIps: ['20.7.7.7'],
    });
  });

  it('takes a firewall with the same address in a network that is not connected for another machine', () => {
    const [path] = resolve([
      clusterRow(),
      ...toFirewall,
      azureRow(vnetId, { virtualNetworkPeerings: [] }),
      firewallRow(`${net('virtualNetworks/elsewhere')}/subnets/fw`),
    ]);
    expect(path).toMatchObject({
      kind: 'network-virtual-appliance',
      hops: [
        { kind: 'route-table' },
        { kind: 'network-virtual-appliance', name: '10.9.0.4' },
      ],
      publicIps: [],
    });
    expect(meaningsOf(path)).toContain('is not connected');
  });

  it('says that a firewall is assumed when peerings could not be read', () => {
    const [path] = resolve([
      clusterRow(),
      ...toFirewall,
      firewallRow(`${net('virtualNetworks/hub')}/subnets/fw`),
    ]);
    expect(path.kind).toBe('azure-firewall');
    expect(meaningsOf(path)).toContain('is assumed');
  });

  it('names the load balancer in front of network appliances', () => {
    const [path] = resolve(
      [
        clusterRow(),
        ...toFirewall,
        azureRow(net('loadBalancers/nva'), {
          frontendIPConfigurations: [
            { name: 'f', properties: { privateIPAddress: '10.9.0.4' } },
          ],
        }),
      ],
      { readTypes: ['microsoft.network/azurefirewalls'] },
    );
    expect(path.hops[1]).toEqual({
      kind: 'network-virtual-appliance',
      name: '10.9.0.4 (nva)',
      armId: net('loadBalancers/nva'),
    });
    expect(meaningsOf(path)).not.toContain('may still be one');
  });

  it('says that an appliance may be a firewall where not all firewalls were read', () => {
    const [path] = resolve([clusterRow(), ...toFirewall]);
    expect(path.kind).toBe('network-virtual-appliance');
    expect(meaningsOf(path)).toContain('may still be one');
  });

  it.each([
    ['VirtualNetworkGateway', 'virtual-network-gateway'],
    ['None', 'no-internet'],
    ['VnetLocal', 'unknown'],
    ['Internet', 'load-balancer'],
  ])('follows a default route to %s: %s', (hop, kind) => {
    const [path] = resolve([
      clusterRow(),
      subnetRow({ routeTable: { id: net('routeTables/udr') } }),
      routeTableRow([['0.0.0.0/0', hop]]),
    ]);
    expect(path.kind).toBe(kind);
  });

  it('takes two halves of the address space for a default route', () => {
    const halves = (second: string) =>
      resolve([
        clusterRow(),
        subnetRow({ routeTable: { id: net('routeTables/udr') } }),
        routeTableRow([
          ['0.0.0.0/1', 'VirtualAppliance', '10.9.0.4'],
          ['128.0.0.0/1', 'VirtualAppliance', second],
        ]),
        firewallRow(),
      ])[0].kind;
    expect(halves('10.9.0.4')).toBe('azure-firewall');
    expect(halves('10.9.0.5')).toBe('unknown');
  });

  it('lets a NAT gateway win over the load balancer', () => {
    const [path] = resolve([loadBalancerRows[0], ...natRows]);
    expect(path).toMatchObject({
      kind: 'nat-gateway',
      hops: [{ kind: 'nat-gateway', name: 'nat' }],
      publicIps: ['20.0.0.1', '20.0.1.0/30'],
    });
    expect(meaningsOf(path)).toContain('Zone-redundant');
  });

  it('takes addresses from the cluster when the NAT gateway was not read', () => {
    const [path] = resolve([
      clusterRow({
        outboundType: 'managedNATGateway',
        network: {
          natGatewayProfile: {
            effectiveOutboundIPs: [{ id: net('publicIPAddresses/nat') }],
          },
        },
      }),
      subnetRow({ natGateway: { id: net('natGateways/nat') } }),
      publicIpRow('nat', '20.0.0.1'),
    ]);
    expect(path).toMatchObject({
      kind: 'nat-gateway',
      publicIps: ['20.0.0.1'],
    });
  });

  it('lets node addresses win over the load balancer', () => {
    const [path] = resolve(
      [
        clusterRow({
          pools: [
            {
              name: 'user',
              vnetSubnetID: nodesSubnetId,
              enableNodePublicIP: true,
            },
          ],
        }),
        subnetRow(),
      ],
      {
        observation: observationOf([
          {
            apiVersion: 'v1',
            kind: 'Node',
            metadata: { name: 'n1', labels: { agentpool: 'user' } },
            status: {
              addresses: [{ type: 'ExternalIP', address: '20.5.5.5' }],
            },
          },
        ]),
      },
    );
    expect(path).toMatchObject({
      kind: 'instance-public-ip',
      publicIps: ['20.5.5.5'],
    });
  });

  it('ends at the load balancer with the addresses in effect', () => {
    expect(resolve(loadBalancerRows)).toMatchObject([
      {
        kind: 'load-balancer',
        hops: [{ kind: 'load-balancer', name: 'kubernetes' }],
        publicIps: ['20.0.2.1'],
      },
    ]);
  });

  it.each(['none', 'block'])('knows no way out of type %s', outboundType => {
    expect(resolve([clusterRow({ outboundType }), subnetRow()])[0].kind).toBe(
      'no-internet',
    );
  });

  it('still sees the NAT gateway of a cluster of outbound type none', () => {
    expect(
      resolve([clusterRow({ outboundType: 'none' }), ...natRows])[0].kind,
    ).toBe('nat-gateway');
  });

  it('ends at default outbound access when nothing was set up, unless the subnet is private', () => {
    const kindFor = (properties: Record<string, unknown>) =>
      resolve([
        clusterRow({ outboundType: 'userDefinedRouting' }),
        subnetRow(properties),
      ])[0].kind;
    expect(kindFor({})).toBe('default-outbound-access');
    expect(kindFor({ defaultOutboundAccess: false })).toBe('no-internet');
  });

  it('says that a default route may be learned, and does not guess when nothing else is there', () => {
    const gateway = subnetRow({}, `${vnetId}/subnets/GatewaySubnet`);
    const [balanced] = resolve([...loadBalancerRows, gateway]);
    expect(balanced.kind).toBe('load-balancer');
    expect(meaningsOf(balanced)).toContain('Possible BGP default route');
    const [nothing] = resolve([
      clusterRow({ outboundType: 'userDefinedRouting' }),
      subnetRow(),
      gateway,
    ]);
    expect(nothing.kind).toBe('unknown');
  });

  it('does not suspect learned routes where the route table refuses them', () => {
    const [path] = resolve([
      clusterRow({ outboundType: 'userDefinedRouting' }),
      subnetRow({ routeTable: { id: net('routeTables/udr') } }),
      routeTableRow([], { disableBgpRoutePropagation: true }),
      subnetRow({}, `${vnetId}/subnets/GatewaySubnet`),
    ]);
    expect(path.kind).toBe('default-outbound-access');
  });

  it('lets the pod subnet decide where there is one', () => {
    const podSubnet = `${vnetId}/subnets/pods`;
    const [path] = resolve([
      clusterRow({
        pools: [
          {
            name: 'user',
            vnetSubnetID: nodesSubnetId,
            podSubnetID: podSubnet,
          },
        ],
      }),
      subnetRow(),
      subnetRow({ natGateway: { id: net('natGateways/pods') } }, podSubnet),
    ]);
    expect(path.kind).toBe('nat-gateway');
  });

  it('finds the subnet of the network that AKS made', () => {
    const managedVnet = `${nodeGroup}/providers/Microsoft.Network/virtualNetworks/aks-vnet-1`;
    const [path] = resolve([
      clusterRow({
        outboundType: 'managedNATGateway',
        pools: [{ name: 'user', vnetSubnetID: null }],
      }),
      azureRow(managedVnet, {
        subnets: [
          {
            name: 'aks-subnet',
            properties: { natGateway: { id: net('natGateways/nat') } },
          },
        ],
      }),
      ...natRows.slice(1),
    ]);
    expect(path).toMatchObject({
      kind: 'nat-gateway',
      publicIps: ['20.0.0.1', '20.0.1.0/30'],
    });
  });

  describe('says unknown, and why,', () => {
    it.each<[string, ResourceRow[], string]>([
      ['without a row of the cluster', [], 'No Azure row of the cluster'],
      [
        'without a row of the subnet',
        [clusterRow()],
        'No row of this subnet was read',
      ],
      [
        'without a row of the route table',
        [clusterRow(), subnetRow({ routeTable: { id: net('routeTables/x') } })],
        'No row of the route table was read',
      ],
      [
        'without a row of the managed network',
        [clusterRow({ pools: [{ name: 'user' }] })],
        'No row of a virtual network there was read',
      ],
      ['without node pools', [clusterRow({ pools: [] })], 'no node pool'],
      [
        'without an outbound type',
        [clusterRow({ network: { outboundType: undefined } }), subnetRow()],
        'does not say what AKS set up',
      ],
    ])('%s', (_name, rows, reason) => {
      const paths = resolve(rows);
      expect(paths).toHaveLength(1);
      expect(paths[0]).toMatchObject({ kind: 'unknown', publicIps: [] });
      expect(meaningsOf(paths[0])).toContain(reason);
    });
  });
});
