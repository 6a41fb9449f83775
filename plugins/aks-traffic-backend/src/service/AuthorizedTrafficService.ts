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
  ClusterDetails,
  ClusterList,
  EntityObjects,
  EntityTraffic,
  RefreshAccepted,
} from 'backstage-plugin-aks-traffic-common';
import { ReadAccess } from '../permissions/ReadAccess';
import { WaiverAccess } from '../permissions/WaiverAccess';
import { EncodedAnswer } from './answers/EncodedAnswer';
import { EntityRequest, TrafficService } from './TrafficService';

/** Lets through what the permission policy allows. Whether an entity may be read is for the catalog to say. */
export class AuthorizedTrafficService implements TrafficService {
  constructor(
    private readonly options: {
      service: TrafficService;
      permissions: PermissionsService;
      readAccess: Pick<ReadAccess, 'conditions' | 'limits' | 'checkCluster'>;
      waiverAccess: Pick<WaiverAccess, 'isAllowed'>;
    },
  ) {}

  async getEntityTraffic(options: EntityRequest): Promise<EntityTraffic> {
    return this.options.service.getEntityTraffic(
      await this.withAccess(options),
    );
  }

  async getEntityAnswer(options: EntityRequest): Promise<EncodedAnswer> {
    return this.options.service.getEntityAnswer(await this.withAccess(options));
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
    const { credentials } = options;
    await this.authorize(aksTrafficClusterReadPermission, credentials);
    const conditions = await this.options.readAccess.limits(credentials);
    return this.options.service.listClusters({ ...options, conditions });
  }

  async getCluster(
    options: Parameters<TrafficService['getCluster']>[0],
  ): Promise<ClusterDetails> {
    await this.authorize(aksTrafficClusterReadPermission, options.credentials);
    await this.options.readAccess.checkCluster(options);
    return this.options.service.getCluster(options);
  }

  async refreshCluster(
    options: Parameters<TrafficService['refreshCluster']>[0],
  ): Promise<RefreshAccepted> {
    await this.authorize(aksTrafficRefreshPermission, options.credentials);
    await this.options.readAccess.checkCluster(options);
    return this.options.service.refreshCluster(options);
  }

  private async withAccess(options: EntityRequest): Promise<EntityRequest> {
    const { readAccess, waiverAccess } = this.options;
    const { credentials } = options;
    return {
      ...options,
      conditions: await readAccess.conditions(credentials),
      access: {
        mayListClusters: await this.isAllowed(
          aksTrafficClusterReadPermission,
          credentials,
        ),
        mayWaive: services => waiverAccess.isAllowed(services, credentials),
      },
    };
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
