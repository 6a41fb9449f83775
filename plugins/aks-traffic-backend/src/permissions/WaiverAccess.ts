import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { aksTrafficWaiverManagePermission } from 'backstage-plugin-aks-traffic-common';
import { NamedService } from '../store/waiverTypes';
import { toServiceRef } from './toServiceRef';

/** Asks the permission policy whose findings a caller may waive. */
export class WaiverAccess {
  constructor(private readonly options: { permissions: PermissionsService }) {}

  /** Whether the caller may waive findings of all of some Services. */
  async isAllowed(
    services: readonly NamedService[],
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const decisions = await this.options.permissions.authorize(
      services.map(service => ({
        permission: aksTrafficWaiverManagePermission,
        resourceRef: toServiceRef(service),
      })),
      { credentials },
    );
    return decisions.every(({ result }) => result === AuthorizeResult.ALLOW);
  }
}
