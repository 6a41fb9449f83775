import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createCheckAction } from './actions/check/createCheckAction';
import { createMigrateAction } from './actions/migrate/createMigrateAction';
import { createRenderIngressAction } from './actions/renderIngress/createRenderIngressAction';

/**
 * Adds the actions of AKS Traffic to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleAksTraffic = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'aks-traffic',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, discovery }) {
        actions.addActions(
          createCheckAction(),
          createMigrateAction({ auth, discovery }),
          createRenderIngressAction({ auth, discovery }),
        );
      },
    });
  },
});
