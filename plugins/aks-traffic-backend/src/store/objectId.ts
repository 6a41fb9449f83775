import { ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { objectKey } from '../objects/objectKey';
import { rowId } from './rowId';

/** Id that stands for one object of one cluster. */
export function objectId(cluster: string, reference: ObjectRef): string {
  return rowId({ cluster, content: [cluster, objectKey(reference)] });
}
