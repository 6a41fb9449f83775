import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { aksTrafficApi } from './extensions/api';
import { entityTrafficCard } from './extensions/entityCard';
import { entityTrafficContent } from './extensions/entityContent';
import {
  clusterPicker,
  egressPicker,
  patternPicker,
  repositoryPicker,
} from './extensions/formFields';
import {
  clustersPage,
  dashboardPage,
  servicesPage,
  waiversPage,
} from './extensions/pages';
import {
  dashboardRouteRef,
  entityTrafficRouteRef,
  migrationTemplateRouteRef,
} from './routes';

/**
 * The AKS Traffic plugin for apps on the new frontend system.
 *
 * @public
 */
export const aksTrafficPlugin = createFrontendPlugin({
  pluginId: 'aks-traffic',
  title: 'AKS Traffic',
  info: { packageJson: () => import('../package.json') },
  routes: { root: dashboardRouteRef, entityContent: entityTrafficRouteRef },
  externalRoutes: { migrationTemplate: migrationTemplateRouteRef },
  extensions: [
    aksTrafficApi,
    clusterPicker,
    dashboardPage,
    // The tabs of the dashboard have this order, and the first one is shown when none is named.
    servicesPage,
    clustersPage,
    waiversPage,
    entityTrafficCard,
    entityTrafficContent,
    egressPicker,
    patternPicker,
    repositoryPicker,
  ],
});
