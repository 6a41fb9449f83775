import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CompoundEntityRef } from '@backstage/catalog-model';
import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  ClusterList,
  EntityObjects,
  EntityTraffic,
  RefreshAccepted,
} from 'backstage-plugin-aks-traffic-common';
import { ServiceCondition } from '../permissions/serviceResource';

/** Who asks about which entity. */
export interface EntityRequest {
  entityRef: CompoundEntityRef;
  credentials: BackstageCredentials;
  /** What the permission policy demands of Services. */
  conditions?: PermissionCriteria<ServiceCondition>;
}

/** What the REST API offers. Answers come from the store alone; no cluster and no Azure is asked. */
export interface TrafficService {
  /**
   * @throws NotFoundError when the entity does not exist or the caller may not read it.
   * @throws InputError when the entity's annotations cannot be understood.
   */
  getEntityTraffic(options: EntityRequest): Promise<EntityTraffic>;

  /**
   * @throws NotFoundError when the entity does not exist or the caller may not read it.
   * @throws InputError when the entity's annotations cannot be understood.
   */
  getEntityObjects(options: EntityRequest): Promise<EntityObjects>;

  listClusters(options: {
    credentials: BackstageCredentials;
  }): Promise<ClusterList>;

  /**
   * @throws NotFoundError when no such cluster is known.
   * @throws ConflictError when the cluster is known and nobody knows how to reach it.
   * @throws RefreshTooSoonError when it was read only a moment ago.
   */
  refreshCluster(options: {
    cluster: string;
    credentials: BackstageCredentials;
  }): Promise<RefreshAccepted>;
}
