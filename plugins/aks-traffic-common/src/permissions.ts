import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Type of the resources that {@link aksTrafficReadPermission} is about: Services, by cluster, namespace and name.
 *
 * @public
 */
export const RESOURCE_TYPE_AKS_TRAFFIC_SERVICE = 'aks-traffic-service';

/**
 * Permission to read the traffic verdicts of the entities one may read. A policy may answer with conditions on the
 * Services.
 *
 * @public
 */
export const aksTrafficReadPermission = createPermission({
  name: 'aks-traffic.traffic.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_AKS_TRAFFIC_SERVICE,
});

/**
 * Permission to list clusters with their controllers, coverage and gaps.
 *
 * @public
 */
export const aksTrafficClusterReadPermission = createPermission({
  name: 'aks-traffic.cluster.read',
  attributes: { action: 'read' },
});

/**
 * Permission to ask for a cluster to be read again now.
 *
 * @public
 */
export const aksTrafficRefreshPermission = createPermission({
  name: 'aks-traffic.refresh',
  attributes: { action: 'update' },
});

/**
 * Permission to see raw configuration and secrets' names in what one owns. Without it they are withheld from owners
 * too; with it they are still withheld from everybody else.
 *
 * @public
 */
export const aksTrafficSensitiveReadPermission = createPermission({
  name: 'aks-traffic.sensitive.read',
  attributes: { action: 'read' },
});

/**
 * Permission to waive findings of Services one may read, and to take waivers back. A policy may answer with conditions
 * on the Services, so that it is the owners' alone.
 *
 * @public
 */
export const aksTrafficWaiverManagePermission = createPermission({
  name: 'aks-traffic.waiver.manage',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_AKS_TRAFFIC_SERVICE,
});

/**
 * Permission to read which patterns new services may start on, and what a cluster has and lacks for them.
 *
 * @public
 */
export const aksTrafficPatternReadPermission = createPermission({
  name: 'aks-traffic.pattern.read',
  attributes: { action: 'read' },
});

/**
 * All permissions of the plugin.
 *
 * @public
 */
export const aksTrafficPermissions = [
  aksTrafficReadPermission,
  aksTrafficClusterReadPermission,
  aksTrafficRefreshPermission,
  aksTrafficPatternReadPermission,
  aksTrafficSensitiveReadPermission,
  aksTrafficWaiverManagePermission,
];
