import {
  analyze,
  clusterRow,
  forwarderTypes,
  onlyEntry,
  trafficOf,
  waysInto,
} from '../__testUtils__/analyze';
import { ingress, service } from '../__testUtils__/builders';
import { ResourceRow } from '../model/estate';
import { KubernetesObject } from '../model/observation';

const prefix = 'service.beta.kubernetes.io/azure-';
const internal = { [`${prefix}load-balancer-internal`]: 'true' };

function balanced(
  options: Parameters<typeof service>[0] = {},
): KubernetesObject {
  return service({
    type: 'LoadBalancer',
    addresses: ['203.0.113.9'],
    ...options,
  });
}

describe('a LoadBalancer Service', () => {
  it.each([
    ['no annotation and a public address', {}, '203.0.113.9', 'public proven'],
    [
      'the annotation and a private address',
      internal,
      '10.0.0.9',
      'internal proven',
    ],
    [
      'an annotation that is not exactly "true"',
      { [`${prefix}load-balancer-internal`]: 'True' },
      '203.0.113.9',
      'public proven',
    ],
    [
      'the annotation and a public address',
      internal,
      '203.0.113.9',
      'public conflict',
    ],
    ['no annotation and a private address', {}, '10.0.0.9', 'public conflict'],
    ['shared address space', internal, '100.64.1.2', 'internal proven'],
    ['a unique local IPv6 address', internal, 'fd00::9', 'internal proven'],
    ['a global IPv6 address', {}, '2001:db8::9', 'public proven'],
    [
      'a mapped private address',
      internal,
      '::ffff:10.0.0.9',
      'internal proven',
    ],
  ])('with %s', (_case, annotations, address, expected) => {
    expect(
      waysInto(analyze([balanced({ annotations, addresses: [address] })])),
    ).toEqual([`load-balancer-service ${expected}`]);
  });

  it('is pending without an address, and attached to nothing that is known', () => {
    expect(onlyEntry(analyze([balanced({ addresses: [] })]))).toMatchObject({
      exposure: 'pending',
      attached: 'unknown',
    });
  });

  it('has the exposure it asks for in files, which have no addresses', () => {
    const files = { origin: 'files' as const };
    const declared = (annotations?: Record<string, string>) =>
      trafficOf(analyze([balanced({ annotations, addresses: [] })], files))
        .exposure;
    expect(declared()).toBe('public');
    expect(declared(internal)).toBe('internal');
  });

  it('goes by its address alone where another controller makes the load balancer', () => {
    const other = (addresses: string[]) =>
      waysInto(
        analyze([
          balanced({
            addresses,
            spec: { loadBalancerClass: 'example.com/lb' },
          }),
        ]),
      );
    expect(other(['10.0.0.9'])).toEqual([
      'load-balancer-service internal proven',
    ]);
    expect(other(['lb.example'])).toEqual([
      'load-balancer-service unknown proven',
    ]);
  });

  it('is public at addresses that its load balancer does not show', () => {
    expect(
      onlyEntry(
        analyze([
          balanced({
            addresses: ['10.0.0.9'],
            annotations: {
              ...internal,
              [`${prefix}additional-public-ips`]: '203.0.113.50, 203.0.113.51',
            },
          }),
        ]),
      ),
    ).toMatchObject({
      exposure: 'public',
      addresses: ['10.0.0.9', '203.0.113.50', '203.0.113.51'],
    });
  });

  it('shows what narrows it without changing its class', () => {
    expect(
      onlyEntry(
        analyze([
          balanced({
            annotations: {
              [`${prefix}allowed-ip-ranges`]: '198.51.100.0/24',
              [`${prefix}allowed-service-tags`]: 'AzureFrontDoor.Backend',
              [`${prefix}deny-all-except-load-balancer-source-ranges`]: 'true',
              [`${prefix}pip-name`]: 'pip-edge',
              [`${prefix}dns-label-name`]: 'edge',
            },
            spec: {
              loadBalancerSourceRanges: ['192.0.2.0/24'],
              externalTrafficPolicy: 'Local',
            },
          }),
        ]),
      ),
    ).toMatchObject({
      exposure: 'public',
      capabilities: {
        sourceRanges: '192.0.2.0/24, 198.51.100.0/24',
        allowedServiceTags: 'AzureFrontDoor.Backend',
        deniesOthers: true,
        staticAddress: 'pip-edge',
        dnsLabel: 'edge',
        clientSourceIp: true,
      },
    });
  });

  describe('with an address in Azure by its tag', () => {
    const row = (properties: Record<string, unknown> = {}): ResourceRow => ({
      id: '/subscriptions/0000/resourceGroups/MC_rg_aks/providers/Microsoft.Network/publicIPAddresses/pip',
      name: 'pip',
      type: 'microsoft.network/publicipaddresses',
      tags: { 'k8s-azure-service': 'shop/other,shop/web' },
      properties: {
        ipAddress: '203.0.113.60',
        ipConfiguration: {
          id: '/subscriptions/0000/resourceGroups/MC_rg_aks/providers/Microsoft.Network/loadBalancers/kubernetes/frontendIPConfigurations/a1',
        },
        ...properties,
      },
    });
    const foreign = {
      ipConfiguration: {
        id: '/subscriptions/0000/resourceGroups/MC_other/providers/Microsoft.Network/loadBalancers/kubernetes/frontendIPConfigurations/a1',
      },
    };

    it.each<[string, Parameters<typeof analyze>[1], string, string[]]>([
      ['is known in files', { origin: 'files' }, 'public', ['203.0.113.60']],
      ['is known before its status says so', {}, 'public', ['203.0.113.60']],
    ])('%s', (_case, options, exposure, addresses) => {
      expect(
        onlyEntry(
          analyze([balanced({ addresses: [] })], {
            ...options,
            rows: [clusterRow(), row()],
          }),
        ),
      ).toMatchObject({ exposure, addresses });
    });

    it('contradicts the manifest that asks for an internal one', () => {
      const { findings, exposure } = trafficOf(
        analyze([balanced({ addresses: [], annotations: internal })], {
          rows: [clusterRow(), row()],
        }),
      );
      expect(exposure).toBe('public');
      expect(findings.map(({ ruleId }) => ruleId)).toContain(
        'exposure-mismatch',
      );
    });

    it.each<[string, Record<string, unknown>]>([
      ['is not of this cluster', foreign],
      ['is not in use', { ipConfiguration: undefined }],
    ])('is left alone where it %s', (_case, properties) => {
      expect(
        onlyEntry(
          analyze([balanced({ addresses: [] })], {
            rows: [clusterRow(), row(properties)],
          }),
        ).exposure,
      ).toBe('pending');
    });
  });

  it('names the public IP address whose row has its address', () => {
    const row: ResourceRow = {
      id: '/subscriptions/0000/publicIPAddresses/pip',
      name: 'pip',
      type: 'microsoft.network/publicipaddresses',
      properties: { ipAddress: '203.0.113.9' },
    };
    expect(
      onlyEntry(analyze([balanced()], { rows: [clusterRow(), row] })).evidence,
    ).toContainEqual(
      expect.objectContaining({
        object: { armId: row.id },
        value: '203.0.113.9',
      }),
    );
  });
});

describe('a private link service on an internal load balancer', () => {
  const linked = balanced({
    addresses: ['10.0.0.9'],
    annotations: { ...internal, [`${prefix}pls-create`]: 'true' },
  });
  const linkId =
    '/subscriptions/0000/resourceGroups/MC_rg_aks/providers/Microsoft.Network/privateLinkServices/pls';
  const endpointId =
    '/subscriptions/0000/resourceGroups/app/providers/Microsoft.Network/privateEndpoints/pe';
  const originType = 'microsoft.cdn/profiles/origingroups/origins';

  function link(connections: unknown[] = []): ResourceRow {
    return {
      id: linkId,
      name: 'pls',
      type: 'microsoft.network/privatelinkservices',
      subscriptionId: '0000',
      resourceGroup: 'mc_rg_aks',
      tags: { 'k8s-azure-owner-service': 'shop/web' },
      properties: { privateEndpointConnections: connections },
    };
  }
  function connection(id: string) {
    return {
      properties: {
        privateEndpoint: { id },
        privateLinkServiceConnectionState: { status: 'Approved' },
      },
    };
  }
  const origin = (status: string): ResourceRow => ({
    id: '/subscriptions/0000/resourceGroups/fd/providers/Microsoft.Cdn/profiles/front/originGroups/g/origins/o',
    name: 'o',
    type: originType,
    properties: {
      hostName: 'web.example',
      sharedPrivateLinkResource: { privateLink: { id: linkId }, status },
    },
  });
  const endpoint: ResourceRow = {
    id: endpointId,
    name: 'pe',
    type: 'microsoft.network/privateendpoints',
    properties: {},
  };

  it.each<[string, ResourceRow[], string[], string]>([
    ['public through Front Door', [link(), origin('Approved')], [], 'public'],
    [
      'not public while Front Door waits for approval',
      [link(), origin('Pending')],
      [],
      'private-link',
    ],
    ['private-link without connections', [link()], [], 'private-link'],
    [
      'private-link for endpoints that are known',
      [link([connection(endpointId)]), endpoint],
      [],
      'private-link',
    ],
    [
      'unknown for an endpoint that may be Front Door',
      [link([connection('/subscriptions/9/pe')])],
      [],
      'unknown',
    ],
    [
      'private-link for a strange endpoint once all origins are known',
      [link([connection('/subscriptions/9/pe')])],
      [originType],
      'private-link',
    ],
    [
      'unknown for an endpoint of a Front Door that was not seen',
      [
        link([
          connection('/subscriptions/9/resourceGroups/eafd-Prod-weu/pe/1'),
        ]),
      ],
      [originType],
      'unknown',
    ],
    ['internal while it was not made', [], [], 'internal'],
  ])('is %s', (_case, rows, readTypes, exposure) => {
    expect(
      trafficOf(
        analyze([linked], {
          rows: [clusterRow(), ...rows],
          readTypes: [...forwarderTypes, ...readTypes],
        }),
      ).exposure,
    ).toBe(exposure);
  });

  it('is unknown while its row was not read, and says why', () => {
    const entry = onlyEntry(
      analyze([linked], { rows: [clusterRow()], readTypes: [] }),
    );
    expect(entry.exposure).toBe('unknown');
    expect(entry.evidence.map(({ meaning }) => meaning).join()).toContain(
      'whether Front Door goes through it, only rows of Azure tell',
    );
  });

  it('is found by the frontend it is on where somebody else made it', () => {
    const frontendId =
      '/subscriptions/0000/resourceGroups/MC_rg_aks/providers/Microsoft.Network/loadBalancers/kubernetes-internal/frontendIPConfigurations/a1';
    const balancer: ResourceRow = {
      id: frontendId.split('/').slice(0, -2).join('/'),
      name: 'kubernetes-internal',
      type: 'microsoft.network/loadbalancers',
      properties: {
        frontendIPConfigurations: [
          {
            id: frontendId,
            name: 'a1',
            properties: { privateIPAddress: '10.0.0.9' },
          },
        ],
      },
    };
    const { tags: _tags, ...own } = link();
    const made = {
      ...own,
      properties: {
        loadBalancerFrontendIpConfigurations: [{ id: frontendId }],
      },
    };
    const plain = balanced({ addresses: ['10.0.0.9'], annotations: internal });
    expect(
      onlyEntry(analyze([plain], { rows: [clusterRow(), balancer, made] })),
    ).toMatchObject({
      exposure: 'private-link',
      capabilities: { privateLinkService: 'pls' },
    });
  });
});

describe('other Services', () => {
  const nodePool = (enableNodePublicIP: boolean) =>
    clusterRow({
      agentPoolProfiles: [{ name: 'apps', mode: 'User', enableNodePublicIP }],
    });

  it.each([
    [
      'node-port where nodes have no public address',
      [nodePool(false)],
      [],
      'node-port',
    ],
    [
      'public where a pool gives its nodes public addresses',
      [nodePool(true)],
      [],
      'public',
    ],
    ['node-port where all nodes are known', [], [], 'node-port'],
    ['unknown where neither row nor nodes were read', [], ['nodes'], 'unknown'],
  ])('a NodePort is %s', (_case, rows, unread, exposure) => {
    expect(
      waysInto(analyze([service({ type: 'NodePort' })], { rows, unread })),
    ).toEqual([`node-port-service ${exposure} proven`]);
  });

  it('a NodePort is public where a node has a public address', () => {
    const node: KubernetesObject = {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'n1' },
      status: { addresses: [{ type: 'ExternalIP', address: '203.0.113.77' }] },
    };
    expect(
      trafficOf(analyze([service({ type: 'NodePort' }), node])).exposure,
    ).toBe('public');
  });

  it('external addresses count by their range', () => {
    const external = (address: string) =>
      waysInto(analyze([service({ spec: { externalIPs: [address] } })]));
    expect(external('203.0.113.8')).toEqual(['other public proven']);
    expect(external('10.0.0.8')).toEqual(['other internal proven']);
  });

  it('ClusterIP is cluster-only where every way in was read, and unknown where one was not', () => {
    expect(trafficOf(analyze([service()])).exposure).toBe('cluster-only');
    expect(
      trafficOf(analyze([service()], { unread: ['httproutes'] })).exposure,
    ).toBe('unknown');
    expect(trafficOf(analyze([service()], { origin: 'files' })).exposure).toBe(
      'unknown',
    );
  });

  it('public stays public, whatever was not read', () => {
    expect(
      trafficOf(analyze([balanced()], { unread: ['httproutes', 'nodes'] }))
        .exposure,
    ).toBe('public');
  });

  it('is as wide as the widest of several ways in', () => {
    expect(
      trafficOf(
        analyze([
          balanced({ addresses: ['10.0.0.9'], annotations: internal }),
          ingress({ className: 'none' }),
          service({ name: 'other' }),
        ]),
      ).exposure,
    ).toBe('internal');
  });
});
