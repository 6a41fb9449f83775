import { materialiseCluster } from '../estate/materialise';
import { StoredObject } from '../estate/types';
import { autoscale } from './autoscale';
import { balanceLoad } from './balanceLoad';
import { createDeployContext } from './DeployContext';
import { acceptGateway } from './gateways/acceptGateway';
import { acceptRoute } from './gateways/acceptRoute';

/** What new objects are completed with: pods need nodes, and addresses must not be given out twice. */
const surroundings = new Set(['Namespace', 'Node', 'Service']);

/**
 * What a cluster holds after somebody deployed objects to it, besides what was there: the objects with what the API
 * server, the cloud provider and the controllers add to them, and what these make because of them. What an object
 * states itself, its status included, stays.
 */
export function deployObjects(options: {
  cluster: string;
  version: string;
  /** What the cluster holds now. */
  existing: StoredObject[];
  deployed: StoredObject[];
  now: Date;
}): StoredObject[] {
  const { cluster, version, existing, now } = options;
  const deployed = options.deployed.map(object => createdAt(object, now));
  const before = new Set(existing.map(keyOf));
  const replaced = new Set(deployed.map(keyOf));
  const context = createDeployContext({
    cluster,
    now,
    objects: [
      ...deployed,
      ...existing.filter(object => !replaced.has(keyOf(object))),
    ],
  });
  const served = deployed
    .flatMap(object => acceptGateway(object, context))
    .map(object => createdAt(object, now))
    .map(object => autoscale(object, context))
    .map(object => acceptRoute(object, context))
    .map(object => balanceLoad(object, cluster));
  const made = new Set(served.map(keyOf));
  const completed = materialiseCluster({
    cluster,
    version,
    objects: [
      ...existing.filter(
        object => surroundings.has(object.kind) && !made.has(keyOf(object)),
      ),
      ...served,
    ],
  });
  return completed.filter(object => {
    const key = keyOf(object);
    return replaced.has(key) || made.has(key) || !before.has(key);
  });
}

function createdAt(object: StoredObject, now: Date): StoredObject {
  return {
    ...object,
    metadata: {
      creationTimestamp: now.toISOString().replace(/\.\d+Z$/, 'Z'),
      ...object.metadata,
    },
  };
}

function keyOf({ apiVersion, kind, metadata }: StoredObject): string {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return `${group} ${kind} ${metadata.namespace ?? ''} ${metadata.name}`;
}
