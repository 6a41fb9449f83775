import {
  aksTrafficClusterReadPermission,
  EntityTraffic,
} from 'backstage-plugin-aks-traffic-common';

const elsewhere = `The reasons are shown to those who may list clusters (permission ${aksTrafficClusterReadPermission.name}).`;

/** Gaps for who may not list clusters: that there are some, and not which. */
export function reasonsElsewhere(gaps: string[]): string[] {
  return gaps.length > 0 ? [elsewhere] : [];
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
