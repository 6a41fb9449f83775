import { createApiRef } from '@backstage/frontend-plugin-api';
import { AksTrafficApi } from 'backstage-plugin-aks-traffic-common';

/**
 * Reference of the {@link backstage-plugin-aks-traffic-common#AksTrafficApi}, for components that use it and for apps
 * that replace it.
 *
 * @public
 */
export const aksTrafficApiRef = createApiRef<AksTrafficApi>().with({
  id: 'plugin.aks-traffic.client',
  pluginId: 'aks-traffic',
});
