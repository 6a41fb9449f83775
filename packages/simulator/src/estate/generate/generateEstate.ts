import {
  ArmResource,
  Identity,
  RbacRule,
  SimulatedCluster,
  SimulatedEstate,
  StatedVerdict,
} from '../types';
import { armId } from './azure/createRow';
import {
  BalancedService,
  createLoadBalancers,
} from './azure/createLoadBalancers';
import { egressPlans } from './azure/egressPlans';
import { clustersPerHub, createHub, Hub } from './azure/Hub';
import { managedClusterRow } from './azure/managedClusterRow';
import { createRandom } from './createRandom';
import { ClusterShape, createShape } from './createShape';
import { placeAddresses } from './placeAddresses';
import { recipeSets } from './recipes';

const tenantId = '9f0e6a1b-35c4-4d7e-8a21-1f2b3c4d5e6f';
const subscriptionId = '9f0e6a1b-35c4-4d7e-8a21-00000000000';
const subscriptionCount = 4;
const location = 'westeurope';

const roles: Record<string, RbacRule[]> = {
  'traffic-reader': [
    { apiGroups: ['*'], resources: ['*'], verbs: ['get', 'list', 'watch'] },
  ],
};

const identity: Identity = {
  displayName: 'aks-traffic',
  clientId: '5c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f',
  objectId: '5c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e50',
  clientSecret: 'demo-secret-of-the-simulated-tenant',
  federatedSubject: 'system:serviceaccount:backstage:backstage',
  readableSubscriptions: 'all',
  mayListCredentials: 'all',
  kubernetesRoles: { '*': 'traffic-reader' },
};

/**
 * Makes an estate of any size, the same for the same numbers: clusters of a few sorts with different ingress systems,
 * each with its own way out and addresses, and a verdict for each Service. Clusters of one sort share their objects.
 */
export function generateEstate(options: {
  clusters: number;
  /** Services in each cluster, without those of the ingress systems themselves. */
  services: number;
  seed: number;
}): SimulatedEstate {
  for (const [name, value] of Object.entries(options)) {
    if (!Number.isInteger(value) || value < 0) {
      throw new RangeError(`${name} has to be a whole number, not ${value}`);
    }
  }
  const random = createRandom(options.seed);
  const shapes = recipeSets.map((recipes, index) =>
    createShape({
      name: `sort-${index}`,
      recipes,
      services: options.services,
      seed: options.seed * recipeSets.length + index,
    }),
  );
  const firstSort = random.below(recipeSets.length);
  const firstPlan = random.below(egressPlans.length);
  const publicAddresses = createPublicAddresses();
  const hubs: Hub[] = [];
  const clusters: SimulatedCluster[] = [];
  const resources: ArmResource[] = [];
  const verdicts: StatedVerdict[] = [];

  for (let index = 0; index < options.clusters; index += 1) {
    if (index % clustersPerHub === 0) {
      hubs.push(
        createHub({
          place: placeOf(0),
          index: hubs.length,
          publicAddress: publicAddresses(),
        }),
      );
    }
    const egressPlan = egressPlans[(firstPlan + index) % egressPlans.length];
    const generated = generateCluster({
      index,
      shape: shapes[(firstSort + index) % shapes.length],
      egressPlan,
      hub: hubs[hubs.length - 1],
      nextPublicAddress: publicAddresses,
    });
    clusters.push(generated.cluster);
    resources.push(...generated.rows);
    verdicts.push(...generated.verdicts);
  }
  resources.push(...hubs.flatMap(hub => hub.rows()));

  const subscriptions = Array.from(
    { length: subscriptionCount },
    (_, index) => ({
      id: `${subscriptionId}${index}`,
      name: `generated-${index}`,
    }),
  );
  return {
    name: `generated-${options.clusters}x${options.services}-${options.seed}`,
    tenantId,
    managementGroups: { generated: subscriptions.map(({ id }) => id) },
    subscriptions,
    identities: [identity],
    resources,
    clusters,
    verdicts,
  };
}

function placeOf(index: number) {
  return {
    tenantId,
    subscriptionId: `${subscriptionId}${index % subscriptionCount}`,
    location,
  };
}

/** Public addresses from the range for benchmarks (RFC 2544), which is nobody's and has room for a thousand clusters. */
function createPublicAddresses(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `198.${18 + (count >> 16)}.${(count >> 8) & 255}.${count & 255}`;
  };
}

function generateCluster(options: {
  index: number;
  shape: ClusterShape;
  egressPlan: (typeof egressPlans)[number];
  hub: Hub;
  nextPublicAddress(): string;
}): {
  cluster: SimulatedCluster;
  rows: ArmResource[];
  verdicts: StatedVerdict[];
} {
  const { index, shape, egressPlan, hub, nextPublicAddress } = options;
  const name = `aks-${String(index).padStart(4, '0')}`;
  const network = 50 + (index % 150);
  const place = { ...placeOf(index), resourceGroup: `rg-${name}` };
  const nodePlace = {
    ...place,
    resourceGroup: `MC_rg-${name}_${name}_${location}`,
  };
  const planned = egressPlan.plan({
    place,
    nodePlace,
    name,
    space: `10.${network}.0.0/16`,
    hub,
    nextPublicAddress,
  });
  const uids = new Map(
    [...shape.slots.keys()].map(slot => {
      const { metadata } = shape.objects[slot];
      return [`${metadata.namespace}/${metadata.name}`, metadata.uid ?? ''];
    }),
  );
  const balanced: BalancedService[] = [];
  const objects = placeAddresses(shape, ({ key, slot }) => {
    const address =
      slot === 'public'
        ? nextPublicAddress()
        : `10.${network}.${100 + (balanced.length >> 8)}.${
            balanced.length & 255
          }`;
    balanced.push({ key, slot, address, uid: uids.get(key) ?? '' });
    return address;
  });
  const row = managedClusterRow({
    place,
    name,
    version: shape.version,
    nodes: shape.objects.filter(({ kind }) => kind === 'Node').length,
    nodeResourceGroup: nodePlace.resourceGroup,
    subnetId: planned.subnetId,
    networkProfile: planned.networkProfile,
    properties: shape.properties,
  });
  const egress = [egressPlan.egress];
  return {
    cluster: {
      name,
      armId: row.id,
      version: shape.version,
      entra: true,
      reach: 'open',
      apis: shape.apis,
      roles,
      serviceAccountTokens: [],
      objects,
    },
    rows: [
      row,
      ...planned.rows,
      ...createLoadBalancers({
        nodePlace,
        services: balanced,
        outboundAddressIds: planned.outboundAddressIds,
        subnetId:
          planned.subnetId ??
          `${armId(
            nodePlace,
            'Microsoft.Network',
            'virtualNetworks',
            'aks-vnet-20261122',
          )}/subnets/aks-subnet`,
      }),
    ],
    verdicts: shape.verdicts.map(verdict => ({
      ...verdict,
      cluster: name,
      egress,
    })),
  };
}
