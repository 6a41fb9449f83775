import fc from 'fast-check';
import { EgressPath } from 'backstage-plugin-aks-traffic-common';
import { ResourceRow } from '../model/estate';
import {
  azureRow,
  clusterRow,
  net,
  nodeGroup,
  nodesSubnetId,
  observationOf,
  publicIpRow,
  questionOf,
  routeTableRow,
  subnetRow,
  vnetId,
  workloadOf,
} from './__testUtils__/egressEstate';
import { resolveEgress } from './resolveEgress';

const firewallId = net('azureFirewalls/fw');

function firewallRow(subnet: string = `${vnetId}/subnets/AzureFirewallSubnet`) {
  return azureRow(firewallId, {
    ipConfigurations: [
      {
        properties: {
          privateIPAddress: '10.9.0.4',
          publicIPAddress: { id: net('publicIPAddresses/fw') },
          subnet: { id: subnet },
        },
      },
    ],
  });
}

const toFirewall = [
  subnetRow({ routeTable: { id: net('routeTables/udr') } }),
  routeTableRow([['0.0.0.0/0', 'VirtualAppliance', '10.9.0.4']]),
];
const natRows = [
  subnetRow({ natGateway: { id: net('natGateways/nat') } }),
  azureRow(
    net('natGateways/nat'),
    {
      publicIpAddresses: [{ id: net('publicIPAddresses/nat') }],
      publicIpPrefixes: [{ id: net('publicIPPrefixes/nat') }],
    },
    { sku: { name: 'StandardV2' } },
  ),
  publicIpRow('nat', '20.0.0.1'),
  azureRow(net('publicIPPrefixes/nat'), { ipPrefix: '20.0.1.0/30' }),
];
const loadBalancerRows = [
  clusterRow({
    network: {
      loadBalancerProfile: {
        effectiveOutboundIPs: [{ id: net('publicIPAddresses/lb') }],
      },
    },
  }),
  subnetRow(),
  publicIpRow('lb', '20.0.2.1'),
];

function resolve(
  rows: ResourceRow[],
  options: Parameters<typeof questionOf>[1] = {},
): EgressPath[] {
  return resolveEgress(questionOf(rows, options));
}

function meaningsOf(path: EgressPath): string {
  return path.evidence.map(entry => entry.meaning).join('\n');
}

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

  it('merges pools that leave the same way and keeps others apart', () => {
    const other = `${vnetId}/subnets/other`;
    const third = `${vnetId}/subnets/third`;
    const paths = resolve([
      clusterRow({
        pools: [
          { name: 'b', vnetSubnetID: nodesSubnetId },
          { name: 'a', vnetSubnetID: other },
          { name: 'c', vnetSubnetID: third },
        ],
        network: {
          loadBalancerProfile: {
            effectiveOutboundIPs: [{ id: net('publicIPAddresses/lb') }],
          },
        },
      }),
      ...natRows,
      subnetRow({ natGateway: { id: net('natGateways/nat') } }, other),
      subnetRow({}, third),
    ]);
    expect(paths.map(path => [path.kind, path.nodePools])).toEqual([
      ['nat-gateway', ['a', 'b']],
      ['load-balancer', ['c']],
    ]);
    const texts = paths[0].evidence.map(entry => JSON.stringify(entry));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('adds the HTTP proxy as a hop on top, without its credentials', () => {
    const [path] = resolve([
      clusterRow({
        properties: {
          httpProxyConfig: { httpsProxy: 'http://bob:hunter2@proxy:3128/' },
        },
      }),
      subnetRow(),
    ]);
    expect(path.kind).toBe('load-balancer');
    expect(path.hops.at(-1)).toEqual({
      kind: 'http-proxy',
      name: 'http://proxy:3128/',
    });
    expect(JSON.stringify(path)).not.toContain('hunter2');
  });

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

  describe('static egress gateway', () => {
    const annotated = workloadOf(
      {},
      {
        annotations: {
          'kubernetes.azure.com/static-gateway-configuration': 'fixed',
        },
      },
    );
    const configuration = {
      apiVersion: 'egressgateway.kubernetes.azure.com/v1alpha1',
      kind: 'StaticGatewayConfiguration',
      metadata: { name: 'fixed', namespace: 'shop' },
      spec: { gatewayNodepoolName: 'egress' },
      status: { egressIpPrefix: '20.3.3.0/31' },
    };
    const read = {
      group: 'egressgateway.kubernetes.azure.com',
      resource: 'staticgatewayconfigurations',
      state: 'complete' as const,
    };

    it('wins over what the pool would do', () => {
      const paths = resolve(loadBalancerRows, {
        workloads: [annotated],
        observation: observationOf([configuration]),
      });
      expect(paths).toMatchObject([
        {
          kind: 'static-egress-gateway',
          publicIps: ['20.3.3.0/31'],
          nodePools: ['egress'],
        },
      ]);
    });

    it('does not take a configuration of another namespace', () => {
      const paths = resolve(loadBalancerRows, {
        workloads: [annotated],
        observation: observationOf(
          [
            {
              ...configuration,
              metadata: { name: 'fixed', namespace: 'other' },
            },
          ],
          [read],
        ),
      });
      expect(paths[0].kind).toBe('unknown');
      expect(meaningsOf(paths[0])).toContain('There is no such gateway');
    });

    it('keeps the addresses unknown when configurations could not be read', () => {
      const [path] = resolve(loadBalancerRows, { workloads: [annotated] });
      expect(path).toMatchObject({
        kind: 'static-egress-gateway',
        publicIps: [],
      });
    });

    it('is known without any Azure row', () => {
      const [path] = resolve([], {
        workloads: [annotated],
        observation: observationOf([configuration]),
      });
      expect(path.kind).toBe('static-egress-gateway');
    });
  });

  describe('placement', () => {
    const natSubnet = `${vnetId}/subnets/nat`;
    const twoPools = [
      clusterRow({
        pools: [
          {
            name: 'sys',
            mode: 'System',
            vnetSubnetID: nodesSubnetId,
            nodeTaints: ['CriticalAddonsOnly=true:NoSchedule'],
          },
          {
            name: 'user',
            mode: 'User',
            vnetSubnetID: nodesSubnetId,
          },
          {
            name: 'fixed',
            mode: 'User',
            vnetSubnetID: natSubnet,
            nodeLabels: { egress: 'fixed' },
          },
          { name: 'seg', mode: 'Gateway', vnetSubnetID: natSubnet },
        ],
      }),
      subnetRow(),
      subnetRow({ natGateway: { id: net('natGateways/nat') } }, natSubnet),
    ];
    const poolsFor = (podSpec: Record<string, unknown>) =>
      resolve(twoPools, { workloads: [workloadOf(podSpec)] })
        .flatMap(path => path.nodePools)
        .sort();

    it.each<[string, Record<string, unknown>, string[]]>([
      ['lists every pool that takes anything', {}, ['fixed', 'user']],
      [
        'respects a node selector',
        { nodeSelector: { egress: 'fixed' } },
        ['fixed'],
      ],
      [
        'respects a selector of the pool by name',
        { nodeSelector: { agentpool: 'user' } },
        ['user'],
      ],
      [
        'respects required affinity',
        {
          affinity: {
            nodeAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: {
                nodeSelectorTerms: [
                  {
                    matchExpressions: [
                      { key: 'egress', operator: 'DoesNotExist' },
                    ],
                  },
                ],
              },
            },
          },
        },
        ['user'],
      ],
      [
        'respects tolerations',
        { tolerations: [{ key: 'CriticalAddonsOnly', operator: 'Exists' }] },
        ['fixed', 'sys', 'user'],
      ],
      [
        'does not let a label decide that no pool is known by',
        { nodeSelector: { disk: 'ssd' } },
        ['fixed', 'user'],
      ],
      [
        'lists all pools when none fits',
        { nodeSelector: { agentpool: 'gone' } },
        ['fixed', 'sys', 'user'],
      ],
    ])('%s', (_name, podSpec, pools) => {
      expect(poolsFor(podSpec)).toEqual(pools);
    });

    it('says what keeps pods off a pool', () => {
      const [path] = resolve(twoPools, {
        workloads: [workloadOf({ nodeSelector: { egress: 'fixed' } })],
      });
      expect(path.kind).toBe('nat-gateway');
      expect(meaningsOf(path)).toContain('Keeps its pods off pools sys, user');
    });

    it('lists the nodes of auto-provisioning, and the system pool only for who tolerates it', () => {
      const paths = resolve([
        clusterRow({
          pools: [
            {
              name: 'sys',
              mode: 'System',
              vnetSubnetID: nodesSubnetId,
              nodeTaints: ['CriticalAddonsOnly=true:NoSchedule'],
            },
          ],
          properties: { nodeProvisioningProfile: { mode: 'Auto' } },
        }),
        subnetRow(),
      ]);
      expect(paths.map(path => path.nodePools)).toEqual([
        ['node-auto-provisioning'],
      ]);
    });
  });

  const rowPool = [
    clusterRow({ outboundType: 'userDefinedRouting' }),
    ...toFirewall,
    firewallRow(),
    ...natRows,
    publicIpRow('fw', '20.9.9.9'),
    azureRow(vnetId, { virtualNetworkPeerings: [] }),
  ];

  it('always answers with a path that has evidence, whatever is missing', () => {
    fc.assert(
      fc.property(
        fc.subarray(rowPool),
        fc.array(fc.jsonValue().map(json => json as Record<string, unknown>)),
        (rows, podSpecs) => {
          const paths = resolve(rows, {
            workloads: podSpecs.map(spec => workloadOf(spec)),
          });
          expect(paths.length).toBeGreaterThan(0);
          for (const path of paths) {
            expect(path.evidence.length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rowPool, { minLength: rowPool.length }),
        rows => {
          expect(resolve(rows)).toEqual(resolve(rowPool));
        },
      ),
    );
  });
});
