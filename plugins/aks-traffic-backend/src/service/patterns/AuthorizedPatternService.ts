import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  aksTrafficPatternReadPermission,
  PatternList,
} from 'backstage-plugin-aks-traffic-common';
import { ReadAccess } from '../../permissions/ReadAccess';
import { PatternService } from './PatternService';

/** Lets through who may read patterns: they say what a cluster has and lacks. */
export class AuthorizedPatternService implements PatternService {
  constructor(
    private readonly options: {
      service: PatternService;
      permissions: PermissionsService;
      readAccess: Pick<ReadAccess, 'checkCluster'>;
    },
  ) {}

  async listPatterns(
    options: Parameters<PatternService['listPatterns']>[0],
  ): Promise<PatternList> {
    const { query, credentials } = options;
    const { permissions, readAccess, service } = this.options;
    const permission = aksTrafficPatternReadPermission;
    const [decision] = await permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`Permission ${permission.name} is required`);
    }
    await readAccess.checkCluster({ cluster: query.cluster, credentials });
    return service.listPatterns(options);
  }
}
