import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { AksTrafficClient } from 'backstage-plugin-aks-traffic-common';
import { aksTrafficApiRef } from './api/aksTrafficApiRef';
import type { AksTrafficPageProps } from './components/legacy';
import type { TrafficCardProps } from './components/TrafficCard';
import type { TrafficTabProps } from './components/TrafficTab';
import {
  dashboardRouteRef,
  entityTrafficRouteRef,
  migrationTemplateRouteRef,
} from './routes';

/**
 * The AKS Traffic plugin for apps on the old frontend system.
 *
 * @public
 */
export const aksTrafficPlugin = createPlugin({
  id: 'aks-traffic',
  routes: { root: dashboardRouteRef, entityContent: entityTrafficRouteRef },
  externalRoutes: { migrationTemplate: migrationTemplateRouteRef },
  apis: [
    createApiFactory({
      api: aksTrafficApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new AksTrafficClient({ discoveryApi, fetchApi }),
    }),
  ],
});

/**
 * The traffic card for an entity page of the old frontend system.
 *
 * @public
 */
export const EntityAksTrafficCard: (props: TrafficCardProps) => JSX.Element =
  aksTrafficPlugin.provide(
    createComponentExtension({
      name: 'EntityAksTrafficCard',
      component: {
        lazy: () => import('./components/TrafficCard').then(m => m.TrafficCard),
      },
    }),
  );

/**
 * The traffic tab for an entity page of the old frontend system, for the path `/traffic` of an `EntityLayout`.
 *
 * @public
 */
export const EntityAksTrafficContent: (props: TrafficTabProps) => JSX.Element =
  aksTrafficPlugin.provide(
    createRoutableExtension({
      name: 'EntityAksTrafficContent',
      mountPoint: entityTrafficRouteRef,
      component: () =>
        import('./components/TrafficTab').then(m => m.TrafficTab),
    }),
  );

/**
 * The dashboard for an app of the old frontend system, as the element of a route `/aks-traffic`.
 *
 * @public
 */
export const AksTrafficPage: (props: AksTrafficPageProps) => JSX.Element =
  aksTrafficPlugin.provide(
    createRoutableExtension({
      name: 'AksTrafficPage',
      component: () =>
        import('./components/legacy').then(m => m.LegacyDashboard),
      mountPoint: dashboardRouteRef,
    }),
  );
