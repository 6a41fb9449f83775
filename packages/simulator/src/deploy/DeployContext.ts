import { StoredObject } from '../estate/types';

/** What a controller of a cluster knows while it works on what somebody deploys. */
export interface DeployContext {
  cluster: string;
  /** Time of the changes, as conditions carry it. */
  time: string;
  /** Finds an object that is in the cluster once the deployed ones are. */
  find(
    kind: string,
    name: string,
    namespace?: string,
  ): StoredObject | undefined;
  all(kind: string): StoredObject[];
}

export function createDeployContext(options: {
  cluster: string;
  now: Date;
  objects: StoredObject[];
}): DeployContext {
  const { cluster, now, objects } = options;
  return {
    cluster,
    time: now.toISOString().replace(/\.\d+Z$/, 'Z'),
    find: (kind, name, namespace) =>
      objects.find(
        object =>
          object.kind === kind &&
          object.metadata.name === name &&
          (namespace === undefined || object.metadata.namespace === namespace),
      ),
    all: kind => objects.filter(object => object.kind === kind),
  };
}
