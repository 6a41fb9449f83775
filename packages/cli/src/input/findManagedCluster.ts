import { Estate, ResourceRow } from 'backstage-plugin-aks-traffic-engine';

/** Which managed cluster of the Azure rows the manifests are for. */
export interface FoundCluster {
  armId?: string;
  /** Why there is none although rows were given. */
  gap?: string;
}

const managedClusterType = 'microsoft.containerservice/managedclusters';

/**
 * The cluster whose API server has the address, or else the one with the name; without either, the only cluster there
 * is.
 */
export function findManagedCluster(
  { rows }: Estate,
  { name, server }: { name?: string; server?: string },
): FoundCluster {
  const byAddress =
    server === undefined ? undefined : rows.find(row => answersAt(row, server));
  if (byAddress) {
    return { armId: byAddress.id };
  }
  const ids = new Map<string, string>();
  const names = new Set<string>();
  for (const row of rows) {
    if (isManagedCluster(row)) {
      const rowName = String(row.name ?? row.id.split('/').at(-1));
      names.add(rowName);
      if (name === undefined || rowName.toLowerCase() === name.toLowerCase()) {
        ids.set(row.id.toLowerCase(), row.id);
      }
    }
  }
  if (ids.size === 1) {
    return { armId: [...ids.values()][0] };
  }
  if (names.size === 0) {
    return {
      gap: 'The Azure rows hold no managed cluster, so they were not used; add rows of type Microsoft.ContainerService/managedClusters',
    };
  }
  const known = listed([...names].sort());
  if (name === undefined) {
    return {
      gap: `The Azure rows hold several managed clusters, so none was used; say which with --cluster: ${known}`,
    };
  }
  return {
    gap:
      ids.size > 1
        ? `The Azure rows hold several managed clusters named ${name}, so none was used; leave only the one that is meant in the file`
        : `The Azure rows hold no managed cluster named ${name}, so they were not used; there are: ${known}`,
  };
}

function isManagedCluster(row: ResourceRow): boolean {
  return (
    typeof row?.type === 'string' &&
    row.type.toLowerCase() === managedClusterType &&
    typeof row.id === 'string'
  );
}

function answersAt(row: ResourceRow, server: string): boolean {
  if (!isManagedCluster(row) || !URL.canParse(server)) {
    return false;
  }
  const { hostname } = new URL(server);
  const { fqdn, privateFQDN } = (row.properties ?? {}) as Record<
    string,
    unknown
  >;
  return [fqdn, privateFQDN].some(
    name => typeof name === 'string' && name.toLowerCase() === hostname,
  );
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 10).join(', ');
  return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}
