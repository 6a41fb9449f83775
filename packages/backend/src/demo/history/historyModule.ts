import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { seedHistory } from './seedHistory';

/**
 * Lets the demo begin some weeks into its campaign, so that the dashboard has a burn-down to show. A portal of one's own
 * has the history that the plugin wrote down there, and nothing else.
 */
export const demoHistoryModule = createBackendModule({
  pluginId: 'aks-traffic',
  moduleId: 'demo-history',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        rootConfig: coreServices.rootConfig,
      },
      async init({ database, lifecycle, logger, rootConfig }) {
        if (!rootConfig.has('demo')) {
          return;
        }
        // The plugin has made its tables by then, and has read no cluster yet.
        lifecycle.addStartupHook(async () => {
          const client = await database.getClient();
          if (await seedHistory({ client, now: new Date() })) {
            logger.info('The history before today is that of the demo');
          }
        });
      },
    });
  },
});
