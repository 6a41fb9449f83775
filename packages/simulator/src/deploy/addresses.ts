import { hashOf } from '../estate/materialise/derive';
import { StoredObject } from '../estate/types';

const internal = 'service.beta.kubernetes.io/azure-load-balancer-internal';

/** The cloud provider compares with exactly this text; any other value leaves the load balancer public. */
export function isInternal(annotations: Record<string, string> = {}): boolean {
  return annotations[internal] === 'true';
}

/** An address of a load balancer: always the same for an object, public ones from a range reserved for examples. */
export function addressFor(
  cluster: string,
  { metadata }: StoredObject,
  isPrivate: boolean,
): string {
  const hash = hashOf(cluster, metadata.namespace ?? '', metadata.name, 'lb');
  return isPrivate
    ? `10.224.${(hash >>> 8) % 250}.${(hash % 250) + 4}`
    : `198.51.100.${(hash % 250) + 4}`;
}

/** The host name of a frontend of Application Gateway for Containers. */
export function frontendNameFor(
  cluster: string,
  { metadata }: StoredObject,
): string {
  const hash = hashOf(cluster, metadata.namespace ?? '', metadata.name, 'alb');
  return `${hash.toString(36)}.fz${hash % 90}.alb.azure.com`;
}
