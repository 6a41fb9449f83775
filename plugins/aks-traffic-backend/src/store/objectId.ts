import { ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { objectKey } from '../objects/objectKey';
import { digest } from './digest';

/** Digest that stands for one object of one cluster. */
export function objectId(cluster: string, reference: ObjectRef): string {
  return digest([cluster, objectKey(reference)]);
}
