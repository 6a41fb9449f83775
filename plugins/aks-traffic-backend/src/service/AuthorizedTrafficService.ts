import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  aksTrafficClusterReadPermission,
  aksTrafficRefreshPermission,
  ClusterList,
  EntityObjects,
  EntityTraffic,
  RefreshAccepted,
} from 'backstage-plugin-aks-traffic-common';
import { ReadAccess } from '../permissions/ReadAccess';
import { WaiverAccess } from '../permissions/WaiverAccess';
import { EntityRequest, TrafficService } from './TrafficService';
import { withoutReasons } from './withoutReasons';

/** Lets through what the permission policy allows. Whether an entity may be read is for the catalog to say. */
export class AuthorizedTrafficService implements TrafficService {
  constructor(
    private readonly options: {
      service: TrafficService;
      permissions: PermissionsService;
      readAccess: Pick<ReadAccess, 'conditions'>;
      waiverAccess: Pick<WaiverAccess, 'isAllowed'>;
    },
  ) {}

  async getEntityTraffic(options: EntityRequest): Promise<EntityTraffic> {
    const { credentials } = options;
    const conditions = await this.options.readAccess.conditions(credentials);
    const traffic = await this.options.service.getEntityTraffic({
      ...options,
      conditions,
    });
    const canWaive =
      traffic.services.length > 0 &&
      (await this.options.waiverAccess.isAllowed(
        traffic.services,
        credentials,
      ));
    return (await this.isAllowed(aksTrafficClusterReadPermission, credentials))
      ? { ...traffic, canWaive }
      : withoutReasons({ ...traffic, canWaive });
  }

  async getEntityObjects(options: EntityRequest): Promise<EntityObjects> {
    const conditions = await this.options.readAccess.conditions(
      options.credentials,
    );
    return this.options.service.getEntityObjects({ ...options, conditions });
  }

  async listClusters(
    options: Parameters<TrafficService['listClusters']>[0],
  ): Promise<ClusterList> {
    await this.authorize(aksTrafficClusterReadPermission, options.credentials);
    return this.options.service.listClusters(options);
  }

  async refreshCluster(
    options: Parameters<TrafficService['refreshCluster']>[0],
  ): Promise<RefreshAccepted> {
    await this.authorize(aksTrafficRefreshPermission, options.credentials);
    return this.options.service.refreshCluster(options);
  }

  private async authorize(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (!(await this.isAllowed(permission, credentials))) {
      throw new NotAllowedError(`Permission ${permission.name} is required`);
    }
  }

  private async isAllowed(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [decision] = await this.options.permissions.authorize(
      [{ permission }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  }
}
