import { ArmResource, SimulatedEstate } from '../estate/types';
import { apisOf } from '../kubernetes';

export const TENANT = '3f7a1c52-8e0b-4d69-a1f4-000000000001';
export const SUBSCRIPTIONS = {
  shop: '00000000-0000-0000-0000-00000000000a',
  hub: '00000000-0000-0000-0000-00000000000b',
  secret: '00000000-0000-0000-0000-00000000000c',
};

export const READER = {
  displayName: 'reader',
  clientId: '11111111-0000-0000-0000-000000000001',
  objectId: '22222222-0000-0000-0000-000000000001',
  clientSecret: 'reader-secret',
  federatedSubject: 'system:serviceaccount:backstage:backstage',
  readableSubscriptions: [SUBSCRIPTIONS.shop, SUBSCRIPTIONS.hub],
  mayListCredentials: ['aks-shop', 'aks-local'],
  kubernetesRoles: { '*': 'reader' },
};

export const OUTSIDER = {
  displayName: 'outsider',
  clientId: '11111111-0000-0000-0000-000000000002',
  objectId: '22222222-0000-0000-0000-000000000002',
  clientSecret: 'outsider-secret',
  readableSubscriptions: [],
  mayListCredentials: [],
  kubernetesRoles: {},
};

function resource(options: {
  subscription: keyof typeof SUBSCRIPTIONS;
  group: string;
  type: string;
  name: string;
  properties?: Record<string, unknown>;
  tags?: Record<string, string>;
}): ArmResource {
  const { subscription, group, type, name, properties = {}, tags } = options;
  const subscriptionId = SUBSCRIPTIONS[subscription];
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/${type}/${name}`,
    name,
    type,
    tenantId: TENANT,
    subscriptionId,
    resourceGroup: group,
    location: 'westeurope',
    properties,
    ...(tags && { tags }),
  };
}

const MANAGED_CLUSTERS = 'Microsoft.ContainerService/managedClusters';
const VIRTUAL_NETWORKS = 'Microsoft.Network/virtualNetworks';

const network = resource({
  subscription: 'hub',
  group: 'RG-Network',
  type: VIRTUAL_NETWORKS,
  name: 'vnet-shop',
});

/** Three clusters in three subscriptions, of which one may not be read. */
export function smallEstate(): SimulatedEstate {
  const shop = resource({
    subscription: 'shop',
    group: 'RG-Shop',
    type: MANAGED_CLUSTERS,
    name: 'aks-shop',
    properties: {
      fqdn: 'aks-shop-dns.hcp.westeurope.azmk8s.io',
      agentPoolProfiles: [
        { name: 'system', vnetSubnetID: `${network.id}/subnets/SYSTEM` },
        { name: 'user', vnetSubnetID: `${network.id}/subnets/user` },
      ],
    },
  });
  const local = resource({
    subscription: 'hub',
    group: 'rg-local',
    type: MANAGED_CLUSTERS,
    name: 'aks-local',
  });
  const hidden = resource({
    subscription: 'secret',
    group: 'rg-secret',
    type: MANAGED_CLUSTERS,
    name: 'aks-secret',
  });
  const roles = {
    reader: [
      { apiGroups: [''], resources: ['services'], verbs: ['get', 'list'] },
    ],
  };
  const cluster = (name: string, armId: string, entra: boolean) => ({
    name,
    armId,
    version: '1.35.4',
    entra,
    reach: 'open' as const,
    apis: apisOf(['core']),
    roles,
    serviceAccountTokens: [],
    objects: [],
  });
  return {
    name: 'small',
    tenantId: TENANT,
    managementGroups: { 'mg-shop': [SUBSCRIPTIONS.shop, SUBSCRIPTIONS.secret] },
    subscriptions: Object.entries(SUBSCRIPTIONS).map(([name, id]) => ({
      id,
      name,
    })),
    identities: [READER, OUTSIDER],
    resources: [
      shop,
      local,
      hidden,
      {
        ...network,
        properties: {
          subnets: ['system', 'user'].map(name => ({
            id: `${network.id}/subnets/${name}`,
            name,
            properties:
              name === 'user' ? { natGateway: { id: '/nat/shop' } } : {},
          })),
        },
      },
      ...Array.from({ length: 25 }, (_, index) =>
        resource({
          subscription: 'shop',
          group: 'RG-Shop',
          type: 'Microsoft.Network/publicIPAddresses',
          name: `pip-${String(index).padStart(2, '0')}`,
          properties: { ipAddress: `20.0.0.${index}` },
        }),
      ),
    ],
    clusters: [
      cluster('aks-shop', shop.id, true),
      cluster('aks-local', local.id, false),
      cluster('aks-secret', hidden.id, true),
    ],
    verdicts: [],
  };
}
