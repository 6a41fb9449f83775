import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CompoundEntityRef } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { aksTrafficSensitiveReadPermission } from 'backstage-plugin-aks-traffic-common';
import { ownersOf } from './ownersOf';

/**
 * Says who may see raw configuration and secrets' names: the owners of what it is about, the users and groups that
 * configuration names, and services; each only as far as the permission policy allows. A permission alone would open
 * everything to everybody in a portal whose policy allows all.
 */
export class SensitiveAccess {
  constructor(
    private readonly options: {
      auth: AuthService;
      catalog: CatalogService;
      permissions: PermissionsService;
      userInfo: UserInfoService;
      /** References of users and groups, in lower case. */
      readers: readonly string[];
    },
  ) {}

  /** @param entityRef - what the values are about; nobody owns them when absent */
  async isAllowed(options: {
    credentials: BackstageCredentials;
    entityRef?: CompoundEntityRef;
  }): Promise<boolean> {
    const { auth, permissions, userInfo, readers } = this.options;
    const { credentials, entityRef } = options;
    const [decision] = await permissions.authorize(
      [{ permission: aksTrafficSensitiveReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      return false;
    }
    if (auth.isPrincipal(credentials, 'service')) {
      return true;
    }
    if (!auth.isPrincipal(credentials, 'user')) {
      return false;
    }
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    const own = new Set(ownershipEntityRefs.map(ref => ref.toLowerCase()));
    return (
      readers.some(ref => own.has(ref)) ||
      (entityRef !== undefined &&
        (await this.owners({ credentials, entityRef })).some(ref =>
          own.has(ref),
        ))
    );
  }

  private async owners(options: {
    credentials: BackstageCredentials;
    entityRef: CompoundEntityRef;
  }): Promise<string[]> {
    const { credentials, entityRef } = options;
    const entity = await this.options.catalog.getEntityByRef(entityRef, {
      credentials,
    });
    return entity ? ownersOf(entity) : [];
  }
}
