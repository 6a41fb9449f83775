import {
  analyze,
  clusterRow,
  forwarderTypes,
  onlyEntry,
  trafficOf,
} from '../../__testUtils__/analyze';
import {
  controller,
  ingress,
  ingressClass,
  service,
} from '../../__testUtils__/builders';
import { ResourceRow } from '../../model/estate';

const network =
  '/subscriptions/0000/resourceGroups/net/providers/Microsoft.Network';
const spoke = `${network}/virtualNetworks/spoke`;
const hub = `${network}/virtualNetworks/hub`;
const far = `${network}/virtualNetworks/far`;
const gatewayId = `${network}/applicationGateways/agw`;
const firewallId = `${network}/azureFirewalls/fw`;
const policyId = `${network}/firewallPolicies/policy`;

function row(
  id: string,
  type: string,
  properties: Record<string, unknown>,
): ResourceRow {
  return { id, name: id.split('/').at(-1)!, type, properties };
}

const cluster = clusterRow({
  agentPoolProfiles: [
    { name: 'apps', mode: 'User', vnetSubnetID: `${spoke}/subnets/nodes` },
  ],
});

/** A virtual network with what it is peered to; without a list nothing is known about that. */
function networkRow(id: string, peers?: string[]): ResourceRow {
  return row(id, 'microsoft.network/virtualnetworks', {
    ...(peers && {
      virtualNetworkPeerings: peers.map(peer => ({
        properties: { remoteVirtualNetwork: { id: peer } },
      })),
    }),
  });
}

const peered = networkRow(spoke, [hub]);

/** A gateway whose listener on one of its frontends leads to an address, in the way a rule or a path map does. */
function gatewayRow(
  options: {
    address?: string;
    frontend?: 'public' | 'private';
    protocol?: string;
    subnet?: string;
    byPath?: boolean;
    properties?: Record<string, unknown>;
  } = {},
): ResourceRow {
  const { address = '10.0.0.9', frontend = 'public' } = options;
  const child = (kind: string, name: string) => `${gatewayId}/${kind}/${name}`;
  const pool = { id: child('backendAddressPools', 'shop') };
  return row(gatewayId, 'microsoft.network/applicationgateways', {
    gatewayIPConfigurations: [
      {
        properties: { subnet: { id: options.subnet ?? `${hub}/subnets/agw` } },
      },
    ],
    frontendIPConfigurations: [
      {
        name: 'public',
        properties: {
          publicIPAddress: { id: `${network}/publicIPAddresses/agw` },
        },
      },
      { name: 'private', properties: { privateIPAddress: '10.1.0.4' } },
    ],
    httpListeners: [
      {
        id: child('httpListeners', 'one'),
        properties: {
          frontendIPConfiguration: {
            id: child('frontendIPConfigurations', frontend),
          },
          protocol: options.protocol ?? 'Https',
        },
      },
    ],
    backendAddressPools: [
      {
        ...pool,
        properties: { backendAddresses: [{ ipAddress: address }] },
      },
      {
        id: child('backendAddressPools', 'unused'),
        properties: { backendAddresses: [{ ipAddress: '10.0.0.77' }] },
      },
    ],
    urlPathMaps: options.byPath
      ? [
          {
            id: child('urlPathMaps', 'map'),
            properties: {
              pathRules: [{ properties: { backendAddressPool: pool } }],
            },
          },
        ]
      : [],
    requestRoutingRules: [
      {
        properties: {
          httpListener: { id: child('httplisteners', 'ONE') },
          ...(options.byPath
            ? { urlPathMap: { id: child('urlPathMaps', 'map') } }
            : { backendAddressPool: pool }),
        },
      },
    ],
    ...options.properties,
  });
}

const gatewayAddress = row(
  `${network}/publicIPAddresses/agw`,
  'microsoft.network/publicipaddresses',
  { ipAddress: '203.0.113.80' },
);

const natRule = {
  name: 'shop',
  translatedAddress: '10.0.0.9',
  destinationAddresses: ['203.0.113.90'],
  sourceAddresses: ['*'],
};

function firewallRow(properties: Record<string, unknown> = {}): ResourceRow {
  return row(firewallId, 'microsoft.network/azurefirewalls', {
    ipConfigurations: [
      {
        properties: {
          privateIPAddress: '10.1.1.4',
          publicIPAddress: { id: `${network}/publicIPAddresses/fw` },
          subnet: { id: `${hub}/subnets/AzureFirewallSubnet` },
        },
      },
    ],
    ...properties,
  });
}

function classicRules(rule: Record<string, unknown> = natRule): ResourceRow {
  return firewallRow({
    natRuleCollections: [{ properties: { rules: [rule] } }],
  });
}

const policyRules = row(
  `${policyId}/ruleCollectionGroups/nat`,
  'microsoft.network/firewallpolicies/rulecollectiongroups',
  {
    ruleCollections: [
      {
        ruleCollectionType: 'FirewallPolicyNatRuleCollection',
        rules: [{ ruleType: 'NatRule', ...natRule }],
      },
      {
        ruleCollectionType: 'FirewallPolicyFilterRuleCollection',
        rules: [{ ruleType: 'NetworkRule', destinationAddresses: ['*'] }],
      },
    ],
  },
);

const internal = service({
  type: 'LoadBalancer',
  addresses: ['10.0.0.9'],
  annotations: {
    'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
  },
});

function entryWith(rows: ResourceRow[], readTypes?: string[]) {
  return onlyEntry(
    analyze([internal], { rows: [cluster, ...rows], readTypes }),
  );
}

describe('an internal load balancer', () => {
  it.each<[string, ResourceRow[], string]>([
    ['nothing in front', [peered], 'internal'],
    [
      'an application gateway in a peered network',
      [peered, gatewayRow()],
      'public',
    ],
    [
      'one that leads there by path',
      [peered, gatewayRow({ byPath: true })],
      'public',
    ],
    [
      'one in the same network',
      [networkRow(spoke, []), gatewayRow({ subnet: `${spoke}/subnets/agw` })],
      'public',
    ],
    [
      'one on its private frontend only',
      [peered, gatewayRow({ frontend: 'private' })],
      'internal',
    ],
    [
      'one that leads elsewhere',
      [peered, gatewayRow({ address: '10.0.0.8' })],
      'internal',
    ],
    [
      'one in a network apart',
      [peered, gatewayRow({ subnet: `${far}/subnets/agw` })],
      'internal',
    ],
    [
      'one in a network that shares a hub',
      [
        peered,
        networkRow(far, [hub]),
        gatewayRow({ subnet: `${far}/subnets/agw` }),
      ],
      'unknown',
    ],
    ['one where peerings were not read', [gatewayRow()], 'unknown'],
    [
      'one whose listeners the row leaves out',
      [peered, gatewayRow({ properties: { httpListeners: [] } })],
      'public',
    ],
    [
      'one whose pool no rule uses',
      [peered, gatewayRow({ properties: { requestRoutingRules: [] } })],
      'internal',
    ],
    ['a rule of a firewall', [peered, classicRules()], 'public'],
    [
      'a rule of a firewall for its private address',
      [
        peered,
        classicRules({ ...natRule, destinationAddresses: ['10.1.1.4'] }),
      ],
      'internal',
    ],
    [
      'a rule of a firewall elsewhere',
      [networkRow(spoke, []), classicRules()],
      'internal',
    ],
    [
      "a rule of a firewall's policy",
      [peered, firewallRow({ firewallPolicy: { id: policyId } }), policyRules],
      'public',
    ],
    [
      'a policy of no firewall',
      [peered, firewallRow(), policyRules],
      'internal',
    ],
  ])('with %s', (_case, rows, exposure) => {
    expect(entryWith(rows).exposure).toBe(exposure);
  });

  it('names what passes traffic on, with its address and its firewall', () => {
    const entry = entryWith([
      peered,
      gatewayAddress,
      gatewayRow({ properties: { firewallPolicy: { id: `${network}/waf` } } }),
    ]);
    expect(entry).toMatchObject({
      addresses: ['10.0.0.9', '203.0.113.80'],
      capabilities: {
        applicationGatewayInFront: 'agw',
        wafPolicy: `${network}/waf`,
        tlsInFront: true,
      },
    });
    expect(entry.evidence).toContainEqual(
      expect.objectContaining({
        object: { armId: gatewayId },
        value: '10.0.0.9',
      }),
    );
  });

  it('shows for whom the rule of a firewall is', () => {
    expect(entryWith([peered, classicRules()])).toMatchObject({
      addresses: ['10.0.0.9', '203.0.113.90'],
      capabilities: { firewallInFront: 'fw' },
    });
    expect(
      entryWith([
        peered,
        classicRules({ ...natRule, sourceAddresses: ['192.0.2.0/24'] }),
      ]).capabilities,
    ).toMatchObject({ forwardedSources: '192.0.2.0/24' });
  });

  it.each(forwarderTypes)('is unknown while %s were not read', type => {
    const entry = entryWith(
      [peered],
      forwarderTypes.filter(each => each !== type),
    );
    expect(entry.exposure).toBe('unknown');
    expect(entry.evidence).toContainEqual(
      expect.objectContaining({ field: `(resources of type ${type})` }),
    );
  });

  it('is judged by what files say', () => {
    const entry = onlyEntry(
      analyze([internal], { rows: [cluster], readTypes: [], origin: 'files' }),
    );
    expect(entry.exposure).toBe('internal');
  });

  it('is internal in a cluster that is not in Azure', () => {
    expect(onlyEntry(analyze([internal], { readTypes: [] })).exposure).toBe(
      'internal',
    );
  });

  it('is told of a firewall whose rules cannot be had', () => {
    const entry = entryWith([
      peered,
      firewallRow({ firewallPolicy: { id: policyId } }),
    ]);
    expect(entry.exposure).toBe('internal');
    expect(entry.evidence).toContainEqual(
      expect.objectContaining({
        object: { armId: firewallId },
        meaning: expect.stringContaining('is not known'),
      }),
    );
  });

  it('makes what is behind it public as well, over the TLS of the gateway', () => {
    const analysis = analyze(
      [
        ingressClass('nginx', 'k8s.io/ingress-nginx'),
        ...controller({
          name: 'nginx',
          namespace: 'edge',
          image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
          address: '10.0.0.9',
          internal: true,
        }),
        ingress({ className: 'nginx', addresses: ['10.0.0.9'] }),
        service(),
      ],
      { rows: [cluster, peered, gatewayAddress, gatewayRow()] },
    );
    const { exposure, findings } = trafficOf(analysis);
    const rules = findings.map(({ ruleId }) => ruleId);
    expect(exposure).toBe('public');
    expect(rules).toContain('ingress-nginx-retirement');
    expect(rules).not.toContain('public-without-tls');
  });

  it('is no load balancer that is public itself', () => {
    const { findings } = trafficOf(
      analyze([internal], { rows: [cluster, peered, gatewayRow()] }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({
        ruleId: 'http-load-balancer',
        severity: 'info',
      }),
    );
    expect(findings.map(({ ruleId }) => ruleId)).not.toContain(
      'load-balancer-source-ranges',
    );
  });
});
