import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { aksTrafficApi } from './extensions/api';
import { entityTrafficCard } from './extensions/entityCard';
import { entityTrafficContent } from './extensions/entityContent';
import {
  clusterPicker,
  patternPicker,
  repositoryPicker,
} from './extensions/formFields';
import { entityTrafficRouteRef } from './routes';

/**
 * The AKS Traffic plugin for apps on the new frontend system.
 *
 * @public
 */
export const aksTrafficPlugin = createFrontendPlugin({
  pluginId: 'aks-traffic',
  title: 'AKS Traffic',
  info: { packageJson: () => import('../package.json') },
  routes: { entityContent: entityTrafficRouteRef },
  extensions: [
    aksTrafficApi,
    clusterPicker,
    entityTrafficCard,
    entityTrafficContent,
    patternPicker,
    repositoryPicker,
  ],
});
