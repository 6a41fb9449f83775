import {
  EgressHop,
  EgressPath,
  EntryPoint,
  Evidence,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import fc from 'fast-check';
import { service } from '../../dev/fixtures/traffic';
import { egressOrder, hopKinds } from '../model/egress';
import { exposureOrder } from '../model/exposure';

const network =
  '/subscriptions/6f2b1c1e/resourceGroups/rg/providers/Microsoft.Network';

const resources = [
  { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' },
  { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute' },
  { apiVersion: 'v1', kind: 'Service' },
] as const;

/** Few names, so that things are shared often. */
const name = fc.constantFrom('a', 'b', '{{count}}', '"<i>', '');

const object: fc.Arbitrary<Evidence['object']> = fc.oneof(
  fc
    .tuple(fc.constantFrom('Ingress', 'Service', 'Gateway', 'Deployment'), name)
    .map(([kind, objectName]) => ({
      apiVersion: 'v1',
      kind,
      namespace: 'shop',
      name: objectName,
    })),
  fc
    .tuple(
      fc.constantFrom(
        'publicIPAddresses',
        'privateLinkServices',
        'natGateways',
        'virtualNetworks/vnet/subnets',
      ),
      name,
    )
    .map(([kind, armName]) => ({ armId: `${network}/${kind}/${armName}` })),
);

const evidence: fc.Arbitrary<Evidence> = fc.record({
  object,
  field: fc.constantFrom(
    'spec.ingressClassName',
    'status.loadBalancer.ingress[]',
    'properties.ipAddress',
    'spec.type',
  ),
  value: fc.string(),
  meaning: fc.string(),
});

const entryPoint: fc.Arbitrary<EntryPoint> = fc.record({
  system: fc.constantFrom(
    'app-routing-nginx',
    'load-balancer-service',
    'unknown',
  ),
  controller: fc.option(name, { nil: undefined }),
  resource: fc
    .tuple(fc.constantFrom(...resources), name)
    .map(([resource, resourceName]) => ({
      ...resource,
      namespace: 'shop',
      name: resourceName,
    })),
  hosts: fc.array(fc.domain(), { maxLength: 2 }),
  paths: fc.constant(['/']),
  tls: fc.constant('terminate'),
  exposure: fc.constantFrom(...exposureOrder),
  addresses: fc.array(fc.constantFrom('192.0.2.1', '192.0.2.2'), {
    maxLength: 2,
  }),
  attached: fc.constantFrom<EntryPoint['attached']>(true, false, 'unknown'),
  capabilities: fc.constantFrom<EntryPoint['capabilities']>(
    {},
    { frontDoor: 'afd', privateLinkService: 'pls' },
    { privateLinkService: 'pls' },
  ),
  confidence: fc.constant('proven'),
  evidence: fc.array(evidence, { maxLength: 4 }),
});

const hop: fc.Arbitrary<EgressHop> = fc.record({
  kind: fc.constantFrom(...hopKinds, 'wormhole'),
  name,
  armId: fc.constantFrom(undefined, `${network}/natGateways/a`),
});

const egressPath: fc.Arbitrary<EgressPath> = fc.record({
  kind: fc.constantFrom(...egressOrder),
  hops: fc.array(hop, { maxLength: 3 }),
  publicIps: fc.array(fc.constantFrom('198.51.100.1', '198.51.100.2'), {
    maxLength: 2,
  }),
  nodePools: fc.array(name, { maxLength: 2 }),
  evidence: fc.array(evidence, { maxLength: 4 }),
});

/** A Service with entry points and ways out of any shape, among them such as no engine of today makes. */
export const arbitraryService: fc.Arbitrary<ServiceTraffic> = fc
  .record({
    entryPoints: fc.array(entryPoint, { maxLength: 12 }),
    exposure: fc.constantFrom(...exposureOrder),
    egress: fc.array(egressPath, { maxLength: 5 }),
  })
  .map(service);
