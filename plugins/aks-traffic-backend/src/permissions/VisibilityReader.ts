import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { aksTrafficClusterReadPermission } from 'backstage-plugin-aks-traffic-common';
import { Visibility } from '../store/listTypes';
import { ReadableEntities } from './ReadableEntities';
import { ReadAccess } from './ReadAccess';

/** What a caller may see, of lists and of what lists cannot speak for. */
export interface CallerView {
  visibility: Visibility;
  /** Whether the caller may list clusters, and so read why some could not be seen. */
  mayListClusters: boolean;
}

/** Puts together what a caller may see. */
export class VisibilityReader {
  constructor(
    private readonly options: {
      permissions: PermissionsService;
      readAccess: ReadAccess;
      readableEntities: ReadableEntities;
    },
  ) {}

  /** @throws NotAllowedError when the caller may see no Service at all. */
  async read(credentials: BackstageCredentials): Promise<CallerView> {
    const { permissions, readAccess, readableEntities } = this.options;
    const conditions = await readAccess.conditions(credentials);
    const [entities, [decision]] = await Promise.all([
      readableEntities.ids(credentials),
      permissions.authorize([{ permission: aksTrafficClusterReadPermission }], {
        credentials,
      }),
    ]);
    const mayListClusters = decision.result === AuthorizeResult.ALLOW;
    return {
      visibility: { entities, unclaimed: mayListClusters, conditions },
      mayListClusters,
    };
  }
}
