import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CompoundEntityRef } from '@backstage/catalog-model';
import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  ClusterDetails,
  ClusterList,
  EntityObjects,
  EntityTraffic,
  RefreshAccepted,
} from 'backstage-plugin-aks-traffic-common';
import { ServiceCondition } from '../permissions/serviceResource';
import { NamedService } from '../store/waiverTypes';
import { EncodedAnswer } from './answers/EncodedAnswer';

/** Who asks about which entity. */
export interface EntityRequest {
  entityRef: CompoundEntityRef;
  credentials: BackstageCredentials;
  /** What the permission policy demands of Services. */
  conditions?: PermissionCriteria<ServiceCondition>;
  /** What else the policy lets the caller see and do; nothing when absent. */
  access?: EntityAccess;
}

/** What a caller may see and do beyond reading Services. */
export interface EntityAccess {
  /** Whether the caller may read why clusters that hold none of the Services could not be seen. */
  mayListClusters: boolean;
  /** Whether the caller may waive findings of all of some Services. */
  mayWaive(services: readonly NamedService[]): Promise<boolean>;
}

/** What the REST API offers. Answers come from the store alone; no cluster and no Azure is asked. */
export interface TrafficService {
  /**
   * @throws NotFoundError when the entity does not exist or the caller may not read it.
   * @throws InputError when the entity's annotations cannot be understood.
   */
  getEntityTraffic(options: EntityRequest): Promise<EntityTraffic>;

  /**
   * The same, as it is sent.
   *
   * @throws as {@link TrafficService.getEntityTraffic}
   */
  getEntityAnswer(options: EntityRequest): Promise<EncodedAnswer>;

  /**
   * @throws NotFoundError when the entity does not exist or the caller may not read it.
   * @throws InputError when the entity's annotations cannot be understood.
   */
  getEntityObjects(options: EntityRequest): Promise<EntityObjects>;

  listClusters(options: {
    credentials: BackstageCredentials;
    /** What the permission policy demands of Services. */
    conditions?: PermissionCriteria<ServiceCondition>;
  }): Promise<ClusterList>;

  /** @throws NotFoundError when no such cluster is known, or the caller may not know of it. */
  getCluster(options: {
    cluster: string;
    credentials: BackstageCredentials;
  }): Promise<ClusterDetails>;

  /**
   * @throws NotFoundError when no such cluster is known, or the caller may not know of it.
   * @throws ConflictError when the cluster is known and nobody knows how to reach it.
   * @throws RefreshTooSoonError when it was read only a moment ago.
   */
  refreshCluster(options: {
    cluster: string;
    credentials: BackstageCredentials;
  }): Promise<RefreshAccepted>;
}
