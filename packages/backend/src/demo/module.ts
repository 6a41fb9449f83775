import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createDeployAction } from './createDeployAction';
import { createPublishAction } from './createPublishAction';
import { createRegisterAction } from './createRegisterAction';

/**
 * Ends the golden path on this machine: a git repository in a folder, and the simulator in place of a cluster. A portal
 * of one's own publishes with the modules of its code host, and its pipeline deploys.
 */
export const demoModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'demo',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, catalog, config, discovery }) {
        const demo = config.getOptionalConfig('demo');
        if (!demo) {
          return;
        }
        const repositories = demo.getString('repositories');
        actions.addActions(
          createPublishAction({ repositories }),
          createRegisterAction({ repositories, catalog }),
          createDeployAction({
            simulatorControl: demo.getString('simulatorControl'),
            auth,
            discovery,
          }),
        );
      },
    });
  },
});
