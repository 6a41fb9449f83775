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
  aksTrafficReadPermission,
  aksTrafficRefreshPermission,
  ClusterList,
  EntityTraffic,
  RefreshAccepted,
} from 'backstage-plugin-aks-traffic-common';
import { TrafficService } from './TrafficService';
import { withoutReasons } from './withoutReasons';

/** Lets through what the permission policy allows. Whether an entity may be read is for the catalog to say. */
export class AuthorizedTrafficService implements TrafficService {
  constructor(
    private readonly options: {
      service: TrafficService;
      permissions: PermissionsService;
    },
  ) {}

  async getEntityTraffic(
    options: Parameters<TrafficService['getEntityTraffic']>[0],
  ): Promise<EntityTraffic> {
    const { credentials } = options;
    await this.authorize(aksTrafficReadPermission, credentials);
    const traffic = await this.options.service.getEntityTraffic(options);
    return (await this.isAllowed(aksTrafficClusterReadPermission, credentials))
      ? traffic
      : withoutReasons(traffic);
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
