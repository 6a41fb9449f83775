import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/**
 * Reference of the dashboard, `/aks-traffic` unless the app puts it elsewhere.
 *
 * @public
 */
export const dashboardRouteRef = createRouteRef({ id: 'aks-traffic' });

/** The dashboard's tab with the services and how the campaign is doing. */
export const servicesRouteRef = createSubRouteRef({
  id: 'aks-traffic/services',
  parent: dashboardRouteRef,
  path: '/services',
});

/** The dashboard's tab with the clusters. */
export const clustersRouteRef = createSubRouteRef({
  id: 'aks-traffic/clusters',
  parent: dashboardRouteRef,
  path: '/clusters',
});

/**
 * Reference of the traffic tab of an entity's page, from that page only: it takes the entity from the address.
 *
 * @public
 */
export const entityTrafficRouteRef = createRouteRef({
  id: 'aks-traffic/entity',
});
/**
 * Reference of the scaffolder's page of a template, for the one that moves Ingresses.
 *
 * @public
 */
export const migrationTemplateRouteRef = createExternalRouteRef({
  id: 'aks-traffic/migration-template',
  params: ['namespace', 'templateName'],
  optional: true,
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** Where the page of an entity has its Traffic tab, below the page itself. */
export const trafficTabPath = '/traffic';
