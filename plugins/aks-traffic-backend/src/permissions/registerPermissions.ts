import {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { aksTrafficPermissions } from 'backstage-plugin-aks-traffic-common';
import { parseServiceRef } from './parseServiceRef';
import { ReadAccess } from './ReadAccess';
import { serviceRules } from './rules';
import { ServiceResource, serviceResourceRef } from './serviceResource';

/** Makes the plugin's permissions known, with the rules that a policy can make conditions of. */
export function registerPermissions(options: {
  permissions: PermissionsService;
  registry: PermissionsRegistryService;
  store: {
    readResource(
      service: Pick<ServiceResource, 'cluster' | 'namespace' | 'service'>,
    ): Promise<ServiceResource | undefined>;
  };
}): ReadAccess {
  const { permissions, registry, store } = options;
  const aboutServices = aksTrafficPermissions.filter(permission =>
    isResourcePermission(permission, serviceResourceRef.resourceType),
  );
  registry.addPermissions(
    aksTrafficPermissions.filter(
      permission => !isResourcePermission(permission),
    ),
  );
  registry.addResourceType({
    resourceRef: serviceResourceRef,
    permissions: aboutServices,
    rules: Object.values(serviceRules),
    getResources: refs =>
      Promise.all(
        refs.map(async ref => {
          const service = parseServiceRef(ref);
          return service && store.readResource(service);
        }),
      ),
  });
  return new ReadAccess({
    permissions,
    toConditions: createConditionTransformer(
      registry.getPermissionRuleset(serviceResourceRef),
    ),
  });
}
