import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  aksTrafficReadPermission,
  aksTrafficWaiverManagePermission,
} from 'backstage-plugin-aks-traffic-common';
import {
  aksTrafficConditions,
  createAksTrafficConditionalDecision,
} from '../../permissions/conditionExports';

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

const forPlatformTeam = [
  'aks-traffic.cluster.read',
  'aks-traffic.pattern.read',
  'aks-traffic.refresh',
];

/** What owners alone may do is decided by the rules that the plugin and the catalog export, as an adopter would. */
function decide(
  { permission }: PolicyQuery,
  user: PolicyQueryUser | undefined,
): PolicyDecision {
  const { userEntityRef = '', ownershipEntityRefs: claims = [] } =
    user?.info ?? {};
  switch (userEntityRef) {
    case 'user:default/admin':
      return allow;
    case 'user:default/refused':
      return permission.name.startsWith('aks-traffic.') ? deny : allow;
    default:
  }
  if (isPermission(permission, aksTrafficWaiverManagePermission)) {
    return createAksTrafficConditionalDecision(
      permission,
      aksTrafficConditions.isOwner({ claims }),
    );
  }
  switch (userEntityRef) {
    case 'user:default/north':
      return isPermission(permission, aksTrafficReadPermission)
        ? createAksTrafficConditionalDecision(
            permission,
            aksTrafficConditions.isInCluster({ clusters: ['aks-north'] }),
          )
        : allow;
    case 'user:default/eve':
      if (isPermission(permission, aksTrafficReadPermission)) {
        return createAksTrafficConditionalDecision(
          permission,
          aksTrafficConditions.isOwner({ claims }),
        );
      }
      break;
    default:
      if (isPermission(permission, catalogEntityReadPermission)) {
        return createCatalogConditionalDecision(permission, {
          anyOf: [
            catalogConditions.isEntityOwner({ claims }),
            // Everybody may know who there is.
            catalogConditions.isEntityKind({ kinds: ['Group', 'User'] }),
          ],
        });
      }
  }
  return forPlatformTeam.includes(permission.name) ? deny : allow;
}

/**
 * The policy of a portal in which teams see what is theirs. To most people the catalog shows what they own alone; to
 * `eve` it shows everything, and the plugin's own rule what she owns; `north` runs one cluster, and sees that alone.
 */
export const rightsPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'rights-policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          handle: async (request, user) => decide(request, user),
        });
      },
    });
  },
});
