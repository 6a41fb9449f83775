import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  aksTrafficPatternReadPermission,
  PatternList,
} from 'backstage-plugin-aks-traffic-common';
import { PatternService } from './PatternService';

/** Lets through who may read patterns: they say what a cluster has and lacks. */
export class AuthorizedPatternService implements PatternService {
  constructor(
    private readonly options: {
      service: PatternService;
      permissions: PermissionsService;
    },
  ) {}

  async listPatterns(
    options: Parameters<PatternService['listPatterns']>[0],
  ): Promise<PatternList> {
    const permission = aksTrafficPatternReadPermission;
    const [decision] = await this.options.permissions.authorize(
      [{ permission }],
      { credentials: options.credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`Permission ${permission.name} is required`);
    }
    return this.options.service.listPatterns(options);
  }
}
