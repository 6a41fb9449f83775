import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { ConditionTransformer } from '@backstage/plugin-permission-node';
import { aksTrafficReadPermission } from 'backstage-plugin-aks-traffic-common';
import { ServiceCondition } from './serviceResource';

/** Asks the permission policy which Services a caller may read. */
export class ReadAccess {
  constructor(
    private readonly options: {
      permissions: PermissionsService;
      toConditions: ConditionTransformer<ServiceCondition>;
    },
  ) {}

  /**
   * What the policy demands of Services; `undefined` when it demands nothing.
   *
   * @throws NotAllowedError when the caller may read none.
   */
  async conditions(
    credentials: BackstageCredentials,
  ): Promise<PermissionCriteria<ServiceCondition> | undefined> {
    const { permissions, toConditions } = this.options;
    const [decision] = await permissions.authorizeConditional(
      [{ permission: aksTrafficReadPermission }],
      { credentials },
    );
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return undefined;
      case AuthorizeResult.CONDITIONAL:
        return toConditions(decision.conditions);
      default:
        throw new NotAllowedError(
          `Permission ${aksTrafficReadPermission.name} is required`,
        );
    }
  }
}
