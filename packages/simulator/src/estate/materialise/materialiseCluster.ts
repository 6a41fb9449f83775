import { initialNamespaces } from '../checkManifests';
import { StoredObject } from '../types';
import { completeMetadata } from './completeMetadata';
import { completeNodes } from './completeNodes';
import { completePolicies } from './completePolicies';
import { completeServices } from './completeServices';
import { createEndpointSlices } from './createEndpointSlices';
import { createPods } from './createPods';

/**
 * Expands manifests to what a live cluster holds: defaults, allocations, pods, EndpointSlices, statuses.
 * Whatever an object states itself wins, and the result is the same at every load.
 */
export function materialiseCluster(options: {
  cluster: string;
  version: string;
  objects: StoredObject[];
}): StoredObject[] {
  const { cluster, version } = options;
  let objects = [...createInitialObjects(options.objects), ...options.objects];
  objects = objects.map(completeNamespace);
  objects = completeNodes(objects, version);
  objects = completeServices(objects, cluster);
  objects = createPods(objects, cluster);
  objects = [...objects, ...createEndpointSlices(objects, cluster)];
  objects = completePolicies(objects);
  return completeMetadata(objects, cluster);
}

/** What stands in a cluster before anybody deploys to it. */
function createInitialObjects(stated: StoredObject[]): StoredObject[] {
  const initial: StoredObject[] = [
    ...initialNamespaces.map(name => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    })),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'kubernetes',
        namespace: 'default',
        labels: { component: 'apiserver', provider: 'kubernetes' },
      },
      spec: {
        clusterIP: '10.0.0.1',
        ports: [{ name: 'https', port: 443, targetPort: 443 }],
      },
    },
  ];
  const present = new Set(stated.map(keyOf));
  return initial.filter(object => !present.has(keyOf(object)));
}

function keyOf({ kind, metadata }: StoredObject): string {
  return `${kind} ${metadata.namespace ?? ''} ${metadata.name}`;
}

function completeNamespace(object: StoredObject): StoredObject {
  if (object.kind !== 'Namespace') {
    return object;
  }
  return {
    ...object,
    metadata: {
      ...object.metadata,
      labels: {
        'kubernetes.io/metadata.name': object.metadata.name,
        ...object.metadata.labels,
      },
    },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}
