import { StoredObject } from '../types';
import { createdAt } from './createdAt';
import { uidOf } from './derive';

/** Kinds that count the changes of their spec. */
const kindsWithoutGeneration = new Set([
  'ConfigMap',
  'EndpointSlice',
  'Namespace',
  'Node',
  'Service',
]);

/** Gives every object what the API server itself adds to the metadata. */
export function completeMetadata(
  objects: StoredObject[],
  cluster: string,
): StoredObject[] {
  return objects.map((object, index) => {
    const { metadata } = object;
    const creationTimestamp =
      metadata.creationTimestamp ?? createdAt(cluster, object);
    const hasGeneration =
      object.spec !== undefined && !kindsWithoutGeneration.has(object.kind);
    return {
      ...object,
      metadata: {
        uid: uidOf(cluster, object),
        resourceVersion: String(1000 + index * 7),
        ...(hasGeneration && { generation: 1 }),
        ...metadata,
        creationTimestamp,
      },
    };
  });
}
