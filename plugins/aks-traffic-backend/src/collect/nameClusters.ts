import { ClusterLocation } from 'backstage-plugin-aks-traffic-node';

/**
 * Makes the names of clusters unique: everything that is stored and shown goes by name, while Azure only keeps
 * names apart inside of a resource group.
 *
 * @param options.given - clusters whose names were chosen by people, in order of precedence: the first of a name
 * keeps it, the others are left out.
 * @param options.azure - clusters found in Azure: those whose name is taken or that share one get their resource
 * group added, all of them, so that no name moves from one cluster to another.
 */
export function nameClusters(options: {
  given: readonly ClusterLocation[];
  azure: readonly ClusterLocation[];
}): { clusters: ClusterLocation[]; gaps: string[] } {
  const gaps: string[] = [];
  const clusters: ClusterLocation[] = [];
  const taken = new Map<string, ClusterLocation>();
  for (const cluster of options.given) {
    const other = taken.get(cluster.name);
    if (other) {
      gaps.push(
        `The sources ${other.source} and ${cluster.source} both have a cluster named ${cluster.name}: the one of ${cluster.source} is not read. Give it another name.`,
      );
    } else {
      taken.set(cluster.name, cluster);
      clusters.push(cluster);
    }
  }
  for (const [name, sharing] of groupByName(options.azure)) {
    if (sharing.length === 1 && !taken.has(name)) {
      clusters.push(sharing[0]);
      continue;
    }
    const renamed = sharing.map(cluster => ({
      ...cluster,
      name: longName(cluster),
    }));
    clusters.push(...renamed);
    gaps.push(
      `More than one cluster is named ${name}: those of Azure are shown as ${renamed
        .map(cluster => cluster.name)
        .join(', ')}.`,
    );
  }
  return { clusters, gaps };
}

function groupByName(
  clusters: readonly ClusterLocation[],
): Map<string, ClusterLocation[]> {
  const groups = new Map<string, ClusterLocation[]>();
  for (const cluster of clusters) {
    const group = groups.get(cluster.name);
    if (group) {
      group.push(cluster);
    } else {
      groups.set(cluster.name, [cluster]);
    }
  }
  return groups;
}

/** A name that no other cluster of Azure has: name, resource group and the begin of the subscription's id. */
function longName({ name, armId = '' }: ClusterLocation): string {
  const [, , subscription = '', , resourceGroup = ''] = armId
    .toLowerCase()
    .split('/');
  return `${name}.${resourceGroup}.${subscription.slice(0, 8)}`;
}
