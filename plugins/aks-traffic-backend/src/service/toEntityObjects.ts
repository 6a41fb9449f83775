import { EntityObjects } from 'backstage-plugin-aks-traffic-common';
import { objectKey, toReference } from '../objects/objectKey';
import { StoredClusterObject } from '../store/types';

/** Stored objects as the API hands them out, in the order of cluster, API group, kind and name. */
export function toEntityObjects(
  objects: readonly StoredClusterObject[],
): EntityObjects {
  const items = objects.map(({ object, ...place }) => ({
    ...place,
    reference: toReference(object),
    object: { ...object },
  }));
  const order = ({ cluster, reference }: (typeof items)[number]) =>
    `${cluster} ${objectKey(reference)}`;
  return {
    items: items.sort((a, b) => (order(a) < order(b) ? -1 : 1)),
  };
}
