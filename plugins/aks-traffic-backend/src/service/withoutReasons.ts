import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  aksTrafficClusterReadPermission,
  EntityTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { seesAllClusters } from '../permissions/clusterLimits';
import { ServiceCondition } from '../permissions/serviceResource';

const elsewhere = `The reasons are shown to those who may list clusters (permission ${aksTrafficClusterReadPermission.name}).`;

/** Gaps for who may not list clusters: that there are some, and not which. */
export function reasonsElsewhere(gaps: string[]): string[] {
  return gaps.length > 0 ? [elsewhere] : [];
}

/** Gaps in the list of clusters: that there are some, and not which, for who may not know of all clusters. */
export function reasonsWithin(
  conditions: PermissionCriteria<ServiceCondition> | undefined,
  gaps: string[],
): string[] {
  return gaps.length === 0 || seesAllClusters(conditions)
    ? gaps
    : ['The reasons are shown to those who may list all clusters.'];
}

/**
 * An answer for who may read the entity and not list clusters: that something could not be seen, and not why where it
 * is about clusters without a Service of the entity. Reasons name addresses, roles and subscriptions.
 */
export function withoutReasons(traffic: EntityTraffic): EntityTraffic {
  const hosting = new Set(traffic.services.map(({ cluster }) => cluster));
  return {
    ...traffic,
    coverage: traffic.coverage.map(coverage =>
      hosting.has(coverage.cluster)
        ? coverage
        : { ...coverage, gaps: reasonsElsewhere(coverage.gaps) },
    ),
    gaps: reasonsElsewhere(traffic.gaps ?? []),
  };
}
