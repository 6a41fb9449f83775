import { Evidence } from 'backstage-plugin-aks-traffic-common';
import {
  communityNginx,
  gatewayBehindPrivateLink,
  managedNginx,
} from '../../dev/fixtures/systems';
import { evidenceByObject, evidenceFor } from './evidence';

const object = { apiVersion: 'v1', kind: 'Service', namespace: 'a', name: 'b' };
const item: Evidence = {
  object,
  field: 'spec.type',
  value: 'LoadBalancer',
  meaning: 'It asks for a load balancer.',
};

describe('evidenceByObject', () => {
  it('gathers the fields of an object and says each thing once', () => {
    const port = { ...item, field: 'spec.ports[0].port', value: '443' };
    expect(evidenceByObject([item, port, { ...item }])).toEqual([
      { object, evidence: [item, port] },
    ]);
  });

  it('knows an Azure resource again in any letter case', () => {
    const upper = { ...item, object: { armId: '/subscriptions/A/x' } };
    const lower = {
      ...item,
      object: { armId: '/subscriptions/a/X' },
      field: 'sku.name',
    };
    expect(evidenceByObject([upper, lower])).toEqual([
      { object: upper.object, evidence: [upper, lower] },
    ]);
  });

  it('does not take namespaces for one another', () => {
    const other = { ...item, object: { ...object, namespace: 'z' } };
    expect(evidenceByObject([item, other])).toHaveLength(2);
  });
});

describe('evidenceFor', () => {
  const [{ evidence }] = managedNginx.services[0].entryPoints;
  const arm = (path: string, field: string): Evidence => ({
    ...item,
    object: { armId: `/subscriptions/a/resourceGroups/b/providers/${path}` },
    field,
  });

  it('tells what decides the system from what decides the exposure', () => {
    expect(evidenceFor('system', evidence).map(({ field }) => field)).toEqual([
      'spec.ingressClassName',
      'spec.controller',
    ]);
    expect(evidenceFor('exposure', evidence).map(({ field }) => field)).toEqual(
      ['status.loadBalancer.ingress[0].ip'],
    );
  });

  it.each<Evidence>([
    { ...item, field: 'status.addresses[]' },
    { ...item, field: 'spec.loadBalancerClass' },
    {
      ...item,
      field:
        'metadata.annotations["service.beta.kubernetes.io/azure-load-balancer-internal"]',
    },
    {
      ...item,
      field:
        'metadata.annotations["appgw.ingress.kubernetes.io/use-private-ip"]',
    },
    arm('Microsoft.Network/publicIPAddresses/a', 'properties.ipAddress'),
    arm('Microsoft.Network/loadBalancers/a/frontendIPConfigurations/b', 'id'),
    arm('microsoft.network/privatelinkservices/a', 'tags.owner'),
    arm('Microsoft.Cdn/profiles/a/originGroups/b/origins/c', 'properties.x'),
    arm(
      'Microsoft.ServiceNetworking/trafficControllers/a/frontends/b',
      'properties.publicNetworkAccess',
    ),
    arm(
      'Microsoft.ContainerService/managedClusters/a',
      'properties.agentPoolProfiles[].enableNodePublicIP',
    ),
  ])('takes $field for the exposure', about => {
    const all = [...evidence, about];
    expect(evidenceFor('exposure', all)).toContain(about);
    expect(evidenceFor('system', all)).not.toContain(about);
  });

  it.each<Evidence>([
    {
      ...item,
      field: 'metadata.annotations["kubernetes.io/ingress.class"]',
    },
    { ...item, field: 'status.parents[].conditions[type=Accepted]' },
    arm(
      'Microsoft.ContainerService/managedClusters/a',
      'properties.ingressProfile.webAppRouting.enabled',
    ),
  ])('takes $field for the system', about => {
    const all = [...evidence, about];
    expect(evidenceFor('system', all)).toContain(about);
    expect(evidenceFor('exposure', all)).not.toContain(about);
  });

  it.each(['spec.type', 'spec.externalIPs[]'])(
    'takes %s for both: the Service lets traffic in by itself',
    field => {
      const about = { ...item, field };
      const all = [...evidence, about];
      expect(evidenceFor('system', all)).toContain(about);
      expect(evidenceFor('exposure', all)).toContain(about);
    },
  );

  it('gives everything where fields do not tell', () => {
    const route = gatewayBehindPrivateLink.services[0].entryPoints[0].evidence;
    expect(evidenceFor('exposure', route)).toEqual(route);
    const addressOnly = evidenceFor('exposure', evidence);
    expect(evidenceFor('system', addressOnly)).toEqual(addressOnly);
  });

  it('loses nothing', () => {
    for (const { entryPoints } of [managedNginx, communityNginx].flatMap(
      traffic => traffic.services,
    )) {
      for (const entryPoint of entryPoints) {
        expect(
          new Set([
            ...evidenceFor('system', entryPoint.evidence),
            ...evidenceFor('exposure', entryPoint.evidence),
          ]),
        ).toEqual(new Set(entryPoint.evidence));
      }
    }
  });
});
