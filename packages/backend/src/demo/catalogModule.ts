import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogLocationsExtensionPoint } from '@backstage/plugin-catalog-node';

/** Lets the demo register what `demo:publish` put on this machine. A portal of one's own takes addresses only. */
export const demoCatalogModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'demo',
  register(env) {
    env.registerInit({
      deps: { locations: catalogLocationsExtensionPoint },
      async init({ locations }) {
        locations.setAllowedLocationTypes(['url', 'file']);
      },
    });
  },
});
