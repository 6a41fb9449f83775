import { StoredObject } from '../types';
import { ClusterShape } from './createShape';

/** The public and internal address of every load balancer Service of one cluster, by `namespace/name`. */
export type AllocateAddress = (service: {
  key: string;
  slot: 'public' | 'internal';
}) => string;

/**
 * The objects of one cluster: those of its shape, with the addresses that this cluster has. All others are the very
 * objects of the shape, so that a thousand clusters cost little more than one.
 */
export function placeAddresses(
  shape: ClusterShape,
  allocate: AllocateAddress,
): StoredObject[] {
  const shared = new Map<string, string>();
  const objects = [...shape.objects];
  const addressOf = (index: number) => {
    const slot = shape.slots.get(index)!;
    const { kind, metadata } = shape.objects[index];
    if (kind === 'Service') {
      const key = `${metadata.namespace}/${metadata.name}`;
      const address = allocate({ key, slot });
      if (!metadata.labels?.['backstage.io/kubernetes-id']) {
        shared.set(slot, address);
      }
      return address;
    }
    return shared.get(slot) ?? '';
  };
  // Controllers come before what they serve: their Services give Ingresses and Gateways the address to show.
  const order = [...shape.slots.keys()].sort(
    (a, b) =>
      Number(shape.objects[a].kind !== 'Service') -
      Number(shape.objects[b].kind !== 'Service'),
  );
  for (const index of order) {
    objects[index] = withAddress(shape.objects[index], addressOf(index));
  }
  return objects;
}

function withAddress(object: StoredObject, address: string): StoredObject {
  if (object.kind === 'Gateway') {
    return {
      ...object,
      status: {
        ...(object.status as object),
        addresses: [{ type: 'IPAddress', value: address }],
      },
    };
  }
  return {
    ...object,
    status: { loadBalancer: { ingress: [{ ip: address }] } },
  };
}
