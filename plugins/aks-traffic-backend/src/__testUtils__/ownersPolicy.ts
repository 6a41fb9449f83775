import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  catalogEntityReadPermission,
  RESOURCE_TYPE_CATALOG_ENTITY,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  aksTrafficClusterReadPermission,
  aksTrafficWaiverManagePermission,
  RESOURCE_TYPE_AKS_TRAFFIC_SERVICE,
} from 'backstage-plugin-aks-traffic-common';

function ownedBy(
  claims: string[],
  options: { pluginId: string; resourceType: string; rule: string },
): PolicyDecision {
  const { pluginId, resourceType, rule } = options;
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId,
    resourceType,
    conditions: { rule, resourceType, params: { claims } },
  };
}

/**
 * A permission policy as an adopter would write it: owners alone may waive, entities are shown to whom the catalog
 * shows them, and the clusters to nobody.
 */
export const ownersPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'owners-policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          async handle({ permission }, user) {
            const claims = user?.info.ownershipEntityRefs ?? [];
            switch (permission.name) {
              case aksTrafficWaiverManagePermission.name:
                return ownedBy(claims, {
                  pluginId: 'aks-traffic',
                  resourceType: RESOURCE_TYPE_AKS_TRAFFIC_SERVICE,
                  rule: 'IS_OWNER',
                });
              case catalogEntityReadPermission.name:
                return ownedBy(claims, {
                  pluginId: 'catalog',
                  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
                  rule: 'IS_ENTITY_OWNER',
                });
              case aksTrafficClusterReadPermission.name:
                return { result: AuthorizeResult.DENY };
              default:
                return { result: AuthorizeResult.ALLOW };
            }
          },
        });
      },
    });
  },
});
