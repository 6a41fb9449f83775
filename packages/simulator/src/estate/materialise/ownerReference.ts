import { StoredObject } from '../types';
import { uidOf } from './derive';

/** How an object names the controller that made it. */
export function ownerReference(cluster: string, owner: StoredObject) {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: uidOf(cluster, owner),
    controller: true,
    blockOwnerDeletion: true,
  };
}
