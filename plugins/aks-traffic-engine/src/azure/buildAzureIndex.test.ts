import fc from 'fast-check';
import { ResourceRow } from '../model/estate';
import { buildAzureIndex } from './buildAzureIndex';

const subscription = '/subscriptions/00000000-0000-0000-0000-000000000001';
const group = `${subscription}/resourceGroups/rg-net`;
const nodeGroup = `${subscription}/resourceGroups/MC_shop`;
const network = `${group}/providers/Microsoft.Network`;

function row(id: string, type: string, rest: Partial<ResourceRow> = {}) {
  return {
    id,
    name: id.split('/').at(-1)!,
    type,
    properties: {},
    ...rest,
  };
}

function indexOf(rows: unknown[], readTypes: string[] = []) {
  return buildAzureIndex({ rows: rows as ResourceRow[], gaps: [], readTypes });
}

describe('buildAzureIndex', () => {
  it('finds resources whatever the case of ids and types', () => {
    const index = indexOf([
      row(`${network}/natGateways/nat`, 'Microsoft.Network/natGateways', {
        properties: { publicIpAddresses: [{ id: `${network}/x` }] },
      }),
    ]);
    expect(
      index.natGateway(`${network}/NATGATEWAYS/NAT`.toLowerCase())?.publicIpIds,
    ).toEqual([`${network}/x`]);
  });

  it('reads subnets inside of networks and subnets as rows of their own alike', () => {
    const vnet = `${network}/virtualNetworks/vnet`;
    const inline = indexOf([
      row(vnet, 'microsoft.network/virtualnetworks', {
        properties: {
          subnets: [
            {
              id: `${vnet}/subnets/nodes`,
              name: 'nodes',
              properties: {
                addressPrefix: '10.0.0.0/24',
                natGateway: { id: `${network}/natGateways/nat` },
              },
            },
          ],
        },
      }),
    ]);
    const child = indexOf([
      row(
        `${vnet}/subnets/nodes`,
        'microsoft.network/virtualnetworks/subnets',
        {
          properties: {
            addressPrefix: '10.0.0.0/24',
            natGateway: { id: `${network}/natGateways/nat` },
          },
        },
      ),
    ]);
    expect(inline.subnet(`${vnet}/subnets/nodes`)).toEqual(
      child.subnet(`${vnet}/subnets/nodes`),
    );
    expect(child.subnetsOf(vnet)).toHaveLength(1);
    expect(child.virtualNetwork(vnet)).toBeUndefined();
  });

  it('lets the row of a subnet win over the text inside of its network', () => {
    const vnet = `${network}/virtualNetworks/vnet`;
    const index = indexOf([
      row(`${vnet}/subnets/a`, 'microsoft.network/virtualnetworks/subnets', {
        properties: { defaultOutboundAccess: false },
      }),
      row(vnet, 'microsoft.network/virtualnetworks', {
        properties: {
          subnets: [
            {
              name: 'a',
              properties: {
                defaultOutboundAccess: true,
                addressPrefix: '10.0.0.0/24',
              },
            },
          ],
        },
      }),
    ]);
    expect(index.subnet(`${vnet}/subnets/a`)).toMatchObject({
      defaultOutboundAccess: false,
      addressPrefixes: ['10.0.0.0/24'],
    });
  });

  it('gives up a row with a field of the wrong type, and names it', () => {
    const id = `${network}/virtualNetworks/v/subnets/s`;
    const index = indexOf([
      row(id, 'microsoft.network/virtualnetworks/subnets', {
        properties: { natGateway: { id: 7 } },
      }),
      row(`${network}/natGateways/n`, 'microsoft.network/natgateways', {
        properties: 'none',
      }),
      { name: 'nothing else' },
    ]);
    expect(index.subnet(id)).toBeUndefined();
    expect(index.gaps).toEqual([
      '1 Azure row was skipped: no id or type; keep these columns in the query',
      `Azure row ${network}/natGateways/n was skipped: it has no properties`,
      `Azure row ${id} was skipped: natGateway.id is not a text`,
    ]);
  });

  it('counts rows of the wrong shape once there are too many to name', () => {
    const rows = Array.from({ length: 50 }, (_, number) =>
      row(
        `${network}/natGateways/n${number}`,
        'microsoft.network/natgateways',
        {
          properties: undefined,
        },
      ),
    );
    const { gaps } = indexOf(rows);
    expect(gaps).toHaveLength(21);
    expect(gaps.at(-1)).toContain('30 more Azure rows');
  });

  it('reads what a managed cluster says about traffic', () => {
    const id = `${subscription}/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/shop`;
    const index = indexOf([
      row(id, 'microsoft.containerservice/managedclusters', {
        sku: { name: 'Automatic', tier: 'Standard' },
        properties: {
          currentKubernetesVersion: '1.35.4',
          nodeResourceGroup: 'MC_shop',
          networkProfile: {
            networkPlugin: 'azure',
            outboundType: 'managedNATGateway',
            natGatewayProfile: {
              effectiveOutboundIPs: [{ id: `${network}/publicIPAddresses/p` }],
              outboundIPs: [`${network}/publicIPAddresses/q`],
            },
          },
          agentPoolProfiles: [
            {
              name: 'sys',
              mode: 'system',
              nodeTaints: ['CriticalAddonsOnly=true:NoSchedule'],
              nodeLabels: null,
            },
          ],
          ingressProfile: {
            webAppRouting: {
              enabled: true,
              nginx: { defaultIngressControllerType: 'None' },
              gatewayAPIImplementations: {
                appRoutingIstio: { mode: 'Enabled' },
              },
            },
          },
          addonProfiles: {
            HttpApplicationRouting: { enabled: true },
            ingressApplicationGateway: {
              enabled: true,
              config: { effectiveApplicationGatewayId: `${network}/agw` },
            },
          },
          serviceMeshProfile: {
            mode: 'Istio',
            istio: { revisions: ['asm-1-29'] },
          },
          nodeProvisioningProfile: { mode: 'Auto' },
        },
      }),
    ]);
    expect(index.cluster({ name: 'SHOP' })).toBe(index.cluster({ armId: id }));
    expect(index.cluster({ name: 'shop' })).toMatchObject({
      sku: 'Automatic',
      kubernetesVersion: '1.35.4',
      nodeAutoProvisioning: true,
      network: {
        outboundType: 'managedNATGateway',
        natGateway: {
          effectiveIds: [`${network}/publicIPAddresses/p`],
          publicIpIds: [`${network}/publicIPAddresses/q`],
        },
      },
      nodePools: [{ name: 'sys', mode: 'System' }],
      appRouting: {
        enabled: true,
        nginxDefault: 'None',
        gatewayApiIstioMode: 'Enabled',
      },
      addons: {
        httpApplicationRouting: true,
        applicationGateway: { enabled: true, gatewayId: `${network}/agw` },
      },
      mesh: { mode: 'Istio', revisions: ['asm-1-29'] },
    });
  });

  it('does not choose between two clusters of one name', () => {
    const at = (resourceGroup: string) =>
      row(
        `${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.ContainerService/managedClusters/shop`,
        'microsoft.containerservice/managedclusters',
      );
    expect(indexOf([at('a'), at('b')]).cluster({ name: 'shop' })).toBe(
      undefined,
    );
  });

  it('finds public addresses and the frontends behind them', () => {
    const publicIp = `${nodeGroup}/providers/Microsoft.Network/publicIPAddresses/kubernetes-a`;
    const loadBalancer = `${nodeGroup}/providers/Microsoft.Network/loadBalancers/kubernetes`;
    const index = indexOf([
      row(publicIp, 'microsoft.network/publicipaddresses', {
        tags: { 'K8s-Azure-Service': 'shop/web,shop/api' },
        properties: { ipAddress: '20.1.2.3' },
      }),
      row(loadBalancer, 'microsoft.network/loadbalancers', {
        properties: {
          frontendIPConfigurations: [
            {
              name: 'a',
              properties: { publicIPAddress: { id: publicIp.toUpperCase() } },
            },
          ],
        },
      }),
    ]);
    expect(index.publicIpByAddress('20.1.2.3')?.serviceOwners).toEqual([
      'shop/web',
      'shop/api',
    ]);
    expect(index.loadBalancerFrontends('20.1.2.3')).toMatchObject([
      { name: 'a', loadBalancerName: 'kubernetes', publicAddress: '20.1.2.3' },
    ]);
  });

  it("keeps private frontends of other clusters' networks apart", () => {
    const cluster = row(
      `${subscription}/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/shop`,
      'microsoft.containerservice/managedclusters',
      { properties: { nodeResourceGroup: 'MC_shop' } },
    );
    const internal = (resourceGroup: string) =>
      row(
        `${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/loadBalancers/kubernetes-internal`,
        'microsoft.network/loadbalancers',
        {
          properties: {
            frontendIPConfigurations: [
              { name: 'f', properties: { privateIPAddress: '10.0.0.9' } },
            ],
          },
        },
      );
    const index = indexOf([cluster, internal('mc_SHOP'), internal('MC_other')]);
    expect(index.loadBalancerFrontends('10.0.0.9')).toHaveLength(2);
    expect(
      index.loadBalancerFrontends('10.0.0.9', index.cluster({ name: 'shop' })),
    ).toMatchObject([{ resourceGroup: 'mc_SHOP' }]);
  });

  it('finds private link services by owner, for the right cluster only', () => {
    const clusterAt = (name: string) =>
      row(
        `${subscription}/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/${name}`,
        'microsoft.containerservice/managedclusters',
        { properties: { nodeResourceGroup: `MC_${name}` } },
      );
    const service = `${nodeGroup}/providers/Microsoft.Network/privateLinkServices/pls`;
    const origin = `${group}/providers/Microsoft.Cdn/profiles/edge/originGroups/g/origins/o`;
    const index = indexOf([
      clusterAt('shop'),
      clusterAt('other'),
      row(service, 'microsoft.network/privatelinkservices', {
        tags: { 'k8s-azure-owner-service': 'gw/front' },
      }),
      row(origin, 'microsoft.cdn/profiles/origingroups/origins', {
        properties: {
          hostName: 'Shop.example.com',
          sharedPrivateLinkResource: {
            privateLink: { id: service },
            status: 'Approved',
          },
        },
      }),
    ]);
    const wanted = { namespace: 'gw', service: 'front', frontendIds: [] };
    expect(
      index.privateLinkServicesOf({
        cluster: index.cluster({ name: 'shop' })!,
        ...wanted,
      }),
    ).toHaveLength(1);
    expect(
      index.privateLinkServicesOf({
        cluster: index.cluster({ name: 'other' })!,
        ...wanted,
      }),
    ).toEqual([]);
    expect(index.frontDoorOriginsThrough(service)).toMatchObject([
      {
        profileId: `${group}/providers/Microsoft.Cdn/profiles/edge`,
        privateLinkStatus: 'Approved',
      },
    ]);
    expect(index.frontDoorOriginsAt('shop.example.com.')).toHaveLength(1);
  });

  it('finds frontends of traffic controllers by host name and id', () => {
    const controller = `${group}/providers/Microsoft.ServiceNetworking/trafficControllers/agc`;
    const index = indexOf([
      row(
        `${controller}/frontends/fe`,
        'microsoft.servicenetworking/trafficcontrollers/frontends',
        { properties: { fqdn: 'abc.fz12.alb.azure.com' } },
      ),
    ]);
    const frontend = index.trafficControllerFrontend({
      fqdn: 'ABC.fz12.alb.azure.com',
    });
    expect(frontend?.trafficControllerId).toBe(controller);
    expect(
      index.trafficControllerFrontend({ armId: `${controller}/frontends/FE` }),
    ).toBe(frontend);
    expect(index.trafficControllerFrontendsOf(controller)).toEqual([frontend]);
  });

  it('ties private DNS zones to the networks they are linked to', () => {
    const zone = `${network}/privateDnsZones/privatelink.blob.core.windows.net`;
    const vnet = `${network}/virtualNetworks/vnet`;
    const index = indexOf([
      row(zone, 'microsoft.network/privatednszones'),
      row(
        `${zone}/virtualNetworkLinks/l`,
        'microsoft.network/privatednszones/virtualnetworklinks',
        { properties: { virtualNetwork: { id: vnet } } },
      ),
    ]);
    expect(index.privateDnsZonesLinkedTo(vnet.toUpperCase())).toMatchObject([
      { name: 'privatelink.blob.core.windows.net' },
    ]);
  });

  it('says which types were read whole', () => {
    const index = indexOf([], ['Microsoft.Network/routeTables']);
    expect(index.isReadWhole('microsoft.network/routetables')).toBe(true);
    expect(index.isReadWhole('microsoft.network/natgateways')).toBe(false);
  });

  it('takes no type for read whole of which a row could not be used', () => {
    const types = ['microsoft.network/routetables', 'microsoft.cdn/profiles'];
    const broken = row(`${network}/routeTables/t`, types[0], {
      properties: { routes: 'none' },
    });
    const index = indexOf([broken], types);
    expect(types.map(type => index.isReadWhole(type))).toEqual([false, true]);
    const nameless = indexOf([{ properties: {} }], types);
    expect(types.map(type => nameless.isReadWhole(type))).toEqual([
      false,
      false,
    ]);
  });

  describe('with a subscription that cannot be seen', () => {
    const unseen = '00000000-0000-0000-0000-000000000009';
    const vnet = `${network}/virtualNetworks/vnet`;
    const type = 'microsoft.network/azurefirewalls';
    const around = (peers: string[] | undefined, networks = [vnet]) =>
      buildAzureIndex({
        rows: [
          row(vnet, 'microsoft.network/virtualnetworks', {
            properties: {
              virtualNetworkPeerings: peers?.map(id => ({
                properties: { remoteVirtualNetwork: { id } },
              })),
            },
          }),
        ] as ResourceRow[],
        gaps: [],
        readTypes: [type],
        unseenSubscriptions: [unseen.toUpperCase()],
      }).isReadWholeAround(type, networks);

    it('reads nothing whole', () => {
      expect(
        buildAzureIndex({
          rows: [],
          gaps: [],
          readTypes: [type],
          unseenSubscriptions: [unseen],
        }).isReadWhole(type),
      ).toBe(false);
    });

    it('reads whole around networks whose peers are all seen', () => {
      expect(around([])).toBe(true);
      expect(around([`${network}/virtualNetworks/hub`])).toBe(true);
      expect(
        around([
          `/subscriptions/${unseen}/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/hub`,
        ]),
      ).toBe(false);
      expect(around(undefined)).toBe(false);
      expect(around([], [])).toBe(false);
    });
  });

  it('makes the index of one estate once', () => {
    const estate = { rows: [], gaps: [], readTypes: [] };
    expect(buildAzureIndex(estate)).toBe(buildAzureIndex(estate));
  });

  const types = [
    'microsoft.containerservice/managedclusters',
    'microsoft.network/virtualnetworks',
    'microsoft.network/virtualnetworks/subnets',
    'microsoft.network/loadbalancers',
    'microsoft.network/azurefirewalls',
    'microsoft.cdn/profiles/origingroups/origins',
  ];
  const anyRow = fc.record(
    {
      id: fc.oneof(
        fc.constantFrom('/subscriptions/s/a/b', '__proto__'),
        fc.string(),
      ),
      type: fc.oneof(fc.constantFrom(...types), fc.string()),
      name: fc.string(),
      tags: fc.jsonValue(),
      sku: fc.jsonValue(),
      properties: fc.oneof(
        fc.jsonValue(),
        fc.dictionary(
          fc.constantFrom(
            'subnets',
            'agentPoolProfiles',
            'networkProfile',
            'frontendIPConfigurations',
            'addonProfiles',
            '__proto__',
          ),
          fc.jsonValue(),
        ),
      ),
    },
    { requiredKeys: [] },
  );

  it('never throws on arbitrary rows, and never changes them', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyRow, fc.jsonValue())), rows => {
        const before = JSON.stringify(rows);
        indexOf(rows);
        expect(JSON.stringify(rows)).toBe(before);
      }),
    );
  });

  it('comes to the same facts whatever the order of rows', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), rows => {
        const facts = (list: unknown[]) => {
          const index = indexOf(list);
          return [index.clusters, index.loadBalancers, index.gaps];
        };
        expect(facts([...rows].reverse())).toEqual(facts(rows));
      }),
    );
  });
});
