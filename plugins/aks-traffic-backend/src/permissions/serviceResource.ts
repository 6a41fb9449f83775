import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_AKS_TRAFFIC_SERVICE } from 'backstage-plugin-aks-traffic-common';

/** A Service as permission rules see it. */
export interface ServiceResource {
  cluster: string;
  namespace: string;
  service: string;
  /** References of the catalog entities that claim it. */
  entities: string[];
  /** References of their owners. */
  owners: string[];
}

/** What a rule demands of a Service, in a form that becomes SQL. */
export type ServiceCondition =
  | { field: 'owner' | 'cluster' | 'namespace'; values: readonly string[] }
  | { field: 'entity' };

/** The type of resource that the permission to read is about. */
export const serviceResourceRef = createPermissionResourceRef<
  ServiceResource,
  ServiceCondition
>().with({
  pluginId: 'aks-traffic',
  resourceType: RESOURCE_TYPE_AKS_TRAFFIC_SERVICE,
});
