import { ClusterLocation } from 'backstage-plugin-aks-traffic-node';
import { ManagedClusterRow } from '../azure/clusters/managedClusterRow';

/**
 * Joins clusters that have a source of their own to what Azure knows of them by resource id. The own source decides
 * how they are reached; Azure adds what it does not say.
 *
 * @returns `given` without repetitions of one resource id, and the managed clusters that nobody else brings.
 */
export function joinAzureRows(options: {
  given: readonly ClusterLocation[];
  rows: readonly ManagedClusterRow[];
}): {
  given: ClusterLocation[];
  remaining: ManagedClusterRow[];
  gaps: string[];
} {
  const rows = new Map(
    options.rows.map(row => [row.armId.toLowerCase(), row] as const),
  );
  const joined = new Map<string, ClusterLocation>();
  const given: ClusterLocation[] = [];
  const gaps: string[] = [];
  for (const cluster of options.given) {
    const key = cluster.armId?.toLowerCase();
    const other = key === undefined ? undefined : joined.get(key);
    if (other) {
      gaps.push(
        `${other.name} (${other.source}) and ${cluster.name} (${cluster.source}) have the same resource id: ${cluster.name} is not read. Remove one of them.`,
      );
      continue;
    }
    if (key === undefined) {
      given.push(cluster);
      continue;
    }
    joined.set(key, cluster);
    given.push(withAzureFacts(cluster, rows.get(key)));
  }
  return {
    given,
    remaining: options.rows.filter(
      ({ armId }) => !joined.has(armId.toLowerCase()),
    ),
    gaps,
  };
}

function withAzureFacts(
  cluster: ClusterLocation,
  row: ManagedClusterRow | undefined,
): ClusterLocation {
  return {
    ...cluster,
    // The spelling of Azure, so that evidence shows one spelling.
    armId: row?.armId ?? cluster.armId,
    sku: cluster.sku ?? row?.sku,
    kubernetesVersion: cluster.kubernetesVersion ?? row?.kubernetesVersion,
    location: cluster.location ?? row?.location,
  };
}
