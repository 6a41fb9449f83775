import { ClusterLocation } from 'backstage-plugin-aks-traffic-node';

/** A cluster as it was listed before. */
export interface NamedCluster {
  name: string;
  armId?: string;
}

/**
 * Makes the names of clusters unique: everything that is stored and shown goes by name, while Azure only keeps
 * names apart inside of a resource group.
 *
 * @param options.given - clusters whose names were chosen by people, in order of precedence: the first of a name
 * keeps it, the others are left out.
 * @param options.azure - clusters found in Azure: those whose name is taken or that share one get their resource
 * group added.
 * @param options.known - clusters that were listed before, those included that cannot be seen now: a resource keeps the
 * name that it has, and no other takes it. Verdicts, waivers and annotations go by name.
 */
export function nameClusters(options: {
  given: readonly ClusterLocation[];
  azure: readonly ClusterLocation[];
  known: readonly NamedCluster[];
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
  const nameOf = new Map(
    options.known.flatMap(({ name, armId }) =>
      armId === undefined || taken.has(name)
        ? []
        : [[armId.toLowerCase(), name] as const],
    ),
  );
  const inUse = new Set([
    ...taken.keys(),
    ...options.known.map(({ name }) => name),
  ]);
  for (const [name, sharing] of groupByName(options.azure)) {
    const isFree = sharing.length === 1 && !inUse.has(name);
    const named = sharing.map(cluster => ({
      ...cluster,
      name:
        nameOf.get(cluster.armId?.toLowerCase() ?? '') ??
        (isFree ? name : longName(cluster)),
    }));
    clusters.push(...named);
    const isLonger = named.some(each => each.name !== name);
    if (sharing.length > 1 || (isLonger && inUse.has(name))) {
      gaps.push(
        `More than one cluster is named ${name}: those of Azure are shown as ${named
          .map(cluster => cluster.name)
          .join(', ')}.`,
      );
    }
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
