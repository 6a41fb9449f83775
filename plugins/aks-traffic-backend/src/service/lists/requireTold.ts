import { ConflictError } from '@backstage/errors';
import { CallerView } from '../../permissions/VisibilityReader';
import { StoredCluster } from '../../store/types';

/**
 * Makes sure that clusters have kept the readings they were told to have. Each page of Services is read by itself: where
 * a reading went with its cluster, Services that were told to be there may be missing from those that were read since.
 * A newer reading of the same cluster is none of that.
 *
 * @throws ConflictError when one is gone, was forgotten and found anew, or gave its name to another resource.
 */
export function requireTold(
  told: readonly StoredCluster[],
  options: {
    now: readonly StoredCluster[];
    view: Pick<CallerView, 'mayListClusters'>;
  },
): void {
  const { now, view } = options;
  const known = new Map(now.map(cluster => [cluster.name, cluster]));
  const changed = told.filter(
    cluster => cluster.snapshot && !isKept(cluster, known.get(cluster.name)),
  );
  if (changed.length > 0) {
    throw new ConflictError(
      `${describe(
        changed,
        view,
      )} changed while the export was written; export again`,
    );
  }
}

function isKept(told: StoredCluster, now: StoredCluster | undefined): boolean {
  return (
    now?.snapshot !== undefined &&
    // Drawn anew with every row.
    now.topic === told.topic &&
    // Where one is not known, the store takes both for the same cluster and keeps the reading.
    (now.armId === undefined ||
      told.armId === undefined ||
      now.armId.toLowerCase() === told.armId.toLowerCase())
  );
}

function describe(
  [{ name }, ...others]: readonly StoredCluster[],
  { mayListClusters }: Pick<CallerView, 'mayListClusters'>,
): string {
  if (!mayListClusters) {
    return 'A cluster';
  }
  return others.length === 0
    ? `Cluster ${name}`
    : `Cluster ${name} and ${others.length} more`;
}
