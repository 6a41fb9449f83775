import { createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createCheckAction } from './actions/check/createCheckAction';

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
      deps: { actions: scaffolderActionsExtensionPoint },
      async init({ actions }) {
        actions.addActions(createCheckAction());
      },
    });
  },
});
