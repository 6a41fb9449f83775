import { apisOf, crdsOf } from '../../kubernetes/apis';
import { materialiseCluster } from '../materialise';
import { ApiResource, StatedVerdict, StoredObject } from '../types';
import { createRandom, Random } from './createRandom';
import {
  AddressSlot,
  deploymentManifest,
  namespaceManifest,
  serviceManifest,
} from './manifests';
import { PlannedObject, Recipe } from './recipes';

/** What a verdict says before the cluster, and with it the way out, is known. */
export type ShapeVerdict = Omit<StatedVerdict, 'cluster' | 'egress'>;

/** Everything that clusters of one sort have in common; they share these objects. */
export interface ClusterShape {
  version: string;
  apis: ApiResource[];
  /** Add-ons in the cluster's row. */
  properties: Record<string, unknown>;
  objects: StoredObject[];
  /** Index of each object that shows an address, with the sort of address. */
  slots: Map<number, AddressSlot>;
  verdicts: ShapeVerdict[];
}

const version = '1.35.4';
/** A node has addresses for some 250 pods; not all get the same number. */
const podsPerNode = 100;
const fewestNodes = 3;

/** How Services are reached, by their share: most through an ingress system, some directly, some not at all. */
const serviceSorts = [
  ...Array<'routed'>(14).fill('routed'),
  'LoadBalancer',
  'LoadBalancer',
  'NodePort',
  undefined,
  undefined,
  undefined,
] as const;

/** Builds a sort of cluster with this many Services behind the systems of the recipes. */
export function createShape(options: {
  name: string;
  recipes: readonly Recipe[];
  services: number;
  seed: number;
}): ClusterShape {
  const { name, recipes, services, seed } = options;
  const random = createRandom(seed);
  const planned: PlannedObject[] = [];
  const verdicts: ShapeVerdict[] = [];
  const namespaces = new Set<string>();
  const add = (objects: PlannedObject[]) => {
    for (const item of objects) {
      const { kind, metadata } = item.object;
      if (kind !== 'Namespace') {
        planned.push(item);
      } else if (!namespaces.has(metadata.name)) {
        namespaces.add(metadata.name);
        planned.push(item);
      }
    }
  };

  add(createNodes(services).map(object => ({ object })));
  for (const recipe of recipes) {
    add(recipe.controller);
  }
  for (let index = 0; index < services; index += 1) {
    const service = planService({ index, recipes, random });
    add(service.objects);
    verdicts.push(service.verdict);
  }

  const bundles = ['core', ...new Set(recipes.flatMap(({ apis }) => apis))];
  const objects = materialiseCluster({
    cluster: name,
    version,
    objects: [
      ...bundles.flatMap(crdsOf),
      ...planned.map(({ object }) => object),
    ],
  });
  return {
    version,
    apis: apisOf(bundles),
    properties: Object.assign(
      {},
      ...recipes.map(({ clusterProperties }) => clusterProperties),
    ),
    objects,
    slots: findSlots(objects, planned),
    verdicts,
  };
}

/** As many nodes as so many Services need, with one or two pods each. */
function createNodes(services: number): StoredObject[] {
  const length = Math.max(fewestNodes, Math.ceil((2 * services) / podsPerNode));
  return Array.from({ length }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: `aks-nodepool1-20261122-vmss${index.toString(36).padStart(6, '0')}`,
      labels: {
        agentpool: 'nodepool1',
        'kubernetes.azure.com/agentpool': 'nodepool1',
        'kubernetes.azure.com/mode': 'system',
        'topology.kubernetes.io/zone': `westeurope-${(index % 3) + 1}`,
      },
    },
    status: {
      addresses: [
        {
          type: 'InternalIP',
          address: `10.224.${(4 + index) >> 8}.${(4 + index) & 255}`,
        },
      ],
    },
  }));
}

function planService(options: {
  index: number;
  recipes: readonly Recipe[];
  random: Random;
}): { objects: PlannedObject[]; verdict: ShapeVerdict } {
  const { index, recipes, random } = options;
  const name = `service-${String(index).padStart(3, '0')}`;
  const namespace = `team-${String(index % 12).padStart(2, '0')}`;
  const identity = { namespace, name };
  const sort = random.pick(serviceSorts);
  const type = sort === 'routed' ? undefined : sort;
  const internal = type === 'LoadBalancer' && random.happens(0.6);
  const recipe = sort === 'routed' ? random.pick(recipes) : undefined;
  const service: PlannedObject = {
    object: serviceManifest({
      ...identity,
      type,
      internal,
      labels: { 'backstage.io/kubernetes-id': name },
    }),
    ...(type === 'LoadBalancer' && {
      address: internal ? 'internal' : 'public',
    }),
  };
  const objects: PlannedObject[] = [
    { object: namespaceManifest(namespace) },
    {
      object: deploymentManifest({
        ...identity,
        image: `registry.example/team/${name}:${1 + random.below(9)}.0.0`,
        replicas: 1 + random.below(2),
      }),
    },
    service,
    ...(recipe?.expose(identity) ?? []),
  ];
  return {
    objects,
    verdict: {
      namespace,
      service: name,
      ...verdictOf({ recipe, type, internal }),
    },
  };
}

function verdictOf(options: {
  recipe: Recipe | undefined;
  type: string | undefined;
  internal: boolean;
}): Pick<StatedVerdict, 'systems' | 'exposure' | 'risk' | 'because'> {
  const { recipe, type, internal } = options;
  if (recipe) {
    return {
      systems: [recipe.system],
      exposure: recipe.exposure,
      risk: recipe.risk,
      because: `generated behind ${recipe.system}, ${recipe.exposure}`,
    };
  }
  if (type === 'LoadBalancer') {
    return {
      systems: ['load-balancer-service'],
      exposure: internal ? 'internal' : 'public',
      risk: 'none',
      because: 'generated with a load balancer of its own',
    };
  }
  if (type === 'NodePort') {
    return {
      systems: ['node-port-service'],
      exposure: 'node-port',
      risk: 'none',
      because: 'generated with a node port on private nodes',
    };
  }
  return {
    systems: [],
    exposure: 'cluster-only',
    risk: 'none',
    because: 'generated without anything in front of it',
  };
}

function findSlots(
  objects: StoredObject[],
  planned: PlannedObject[],
): Map<number, AddressSlot> {
  const keyOf = ({ kind, metadata }: StoredObject) =>
    `${kind} ${metadata.namespace} ${metadata.name}`;
  const addresses = new Map(
    planned.flatMap(({ object, address }) =>
      address ? [[keyOf(object), address] as const] : [],
    ),
  );
  const slots = new Map<number, AddressSlot>();
  for (const [index, object] of objects.entries()) {
    const address = addresses.get(keyOf(object));
    if (address) {
      slots.set(index, address);
    }
  }
  return slots;
}
