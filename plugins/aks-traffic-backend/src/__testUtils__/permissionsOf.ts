import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  catalogEntityReadPermission,
  RESOURCE_TYPE_CATALOG_ENTITY,
} from '@backstage/plugin-catalog-common/alpha';

/** One answer to all questions for permission; which entities may be read is left to the catalog. */
export function permissionsOf(result: AuthorizeResult) {
  const plain = result as AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  return mockServices.permissions.mock({
    authorize: async requests => requests.map(() => ({ result: plain })),
    authorizeConditional: async requests =>
      requests.map(({ permission }) =>
        permission.name === catalogEntityReadPermission.name
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
              conditions: {
                rule: 'IS_ENTITY_OWNER',
                resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
                params: { claims: [] },
              },
            }
          : { result: plain },
      ),
  });
}
