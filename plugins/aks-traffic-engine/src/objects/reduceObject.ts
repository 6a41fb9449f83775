import { KubernetesObject } from '../model/observation';
import { isKubernetesObject } from './isKubernetesObject';
import { groupOf } from './metadata';
import { reduceConfigMap } from './reduce/reduceConfigMap';
import { reducerOf } from './reduce/reducers';
import { reduceMetadata } from './reduce/reduceMetadata';

/**
 * Keeps of a Kubernetes object only what the engine reads, so that a cluster's objects fit into memory and nothing
 * private travels with them: no `managedFields`, no environment, no arguments but those that configure a controller.
 *
 * @param raw - any JSON with `apiVersion` and `kind`; the items of a list have them filled in by the caller.
 * @returns a new object that may share parts with `raw`, or `undefined` when the engine does not read its kind or it
 * has no name.
 *
 * @public
 */
export function reduceObject(raw: unknown): KubernetesObject | undefined {
  if (!isKubernetesObject(raw)) {
    return undefined;
  }
  if (raw.apiVersion === 'v1' && raw.kind === 'ConfigMap') {
    return reduceConfigMap(raw);
  }
  const reduce = reducerOf({ group: groupOf(raw), kind: raw.kind });
  return (
    reduce && {
      apiVersion: raw.apiVersion,
      kind: raw.kind,
      metadata: reduceMetadata(raw),
      ...reduce(raw),
    }
  );
}
