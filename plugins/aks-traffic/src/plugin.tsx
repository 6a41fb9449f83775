import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { aksTrafficApi } from './extensions/api';
import { entityTrafficCard } from './extensions/entityCard';

/**
 * The AKS Traffic plugin for apps on the new frontend system.
 *
 * @public
 */
export const aksTrafficPlugin = createFrontendPlugin({
  pluginId: 'aks-traffic',
  title: 'AKS Traffic',
  info: { packageJson: () => import('../package.json') },
  extensions: [aksTrafficApi, entityTrafficCard],
});
