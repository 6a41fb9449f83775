import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { ConditionTransformer } from '@backstage/plugin-permission-node';
import { aksTrafficReadPermission } from 'backstage-plugin-aks-traffic-common';
import { seesCluster } from './clusterLimits';
import { ServiceCondition } from './serviceResource';
import { unknownCluster } from './unknownCluster';

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
    const decision = await this.decide(credentials);
    if (decision.result === AuthorizeResult.DENY) {
      throw new NotAllowedError(
        `Permission ${aksTrafficReadPermission.name} is required`,
      );
    }
    return this.toConditions(decision);
  }

  /**
   * The same for what other permissions are about, and which these conditions narrow; `undefined` too when the caller
   * may read no Service, as the other permission decides alone then.
   */
  async limits(
    credentials: BackstageCredentials,
  ): Promise<PermissionCriteria<ServiceCondition> | undefined> {
    return this.toConditions(await this.decide(credentials));
  }

  /** @throws NotFoundError, as for a cluster that is not there, when the caller may not know of it. */
  async checkCluster(options: {
    cluster: string;
    credentials: BackstageCredentials;
  }): Promise<void> {
    const { cluster, credentials } = options;
    if (!seesCluster(await this.limits(credentials), cluster)) {
      throw unknownCluster(cluster);
    }
  }

  private async decide(
    credentials: BackstageCredentials,
  ): Promise<PolicyDecision> {
    const [decision] = await this.options.permissions.authorizeConditional(
      [{ permission: aksTrafficReadPermission }],
      { credentials },
    );
    return decision;
  }

  private toConditions(
    decision: PolicyDecision,
  ): PermissionCriteria<ServiceCondition> | undefined {
    return decision.result === AuthorizeResult.CONDITIONAL
      ? this.options.toConditions(decision.conditions)
      : undefined;
  }
}
