import { StoredObject } from '../../types';
import { AddressSlot } from '../manifests';

/** An object and the address that its status shows, if it shows one. */
export interface PlannedObject {
  object: StoredObject;
  address?: AddressSlot;
}

/** How one ingress system stands in a cluster and leads to Services. */
export interface Recipe {
  /** Word of the vocabulary. */
  system: string;
  exposure: AddressSlot;
  risk: string;
  /** API bundles the cluster needs for it. */
  apis: string[];
  /** What the add-on, if it is one, says in the cluster's row. */
  clusterProperties?: Record<string, unknown>;
  controller: PlannedObject[];
  /** What leads to one Service. */
  expose(service: { namespace: string; name: string }): PlannedObject[];
}
