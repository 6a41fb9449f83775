/** How long a cluster is kept whose whole subscription has vanished, in milliseconds. */
const keepInvisibleFor = 7 * 24 * 60 * 60 * 1000;

/**
 * How long a cluster must have been missing before it is forgotten, in milliseconds: Resource Graph catches up with
 * a change of roles within minutes, and discoveries can be seconds apart.
 */
const keepUnlistedFor = 60 * 60 * 1000;

/** What is known about a cluster that discovery did not list. */
export interface MissingCluster {
  /** Subscription of the cluster in lower case, when it is a cluster of Azure. */
  subscription?: string;
  /**
   * Time of the first discovery that did not list it, unless that is this one; discoveries before one that could not
   * see everything are not counted.
   */
  missingSince?: string;
  visibleSubscriptions: ReadonlySet<string>;
  /** Whether every source answered this time. */
  complete: boolean;
  /** Whether every source answered the time before. */
  previousComplete: boolean;
  now: Date;
}

/**
 * Decides whether a cluster that discovery did not list is gone.
 *
 * Resource Graph leaves out what the identity may not read without a word, and lags behind deletions and role
 * changes. So one look proves nothing: two complete ones in a row do, an hour after the first that missed it, and only
 * while something else of the same subscription is still seen.
 */
export function judgeMissingCluster(
  cluster: MissingCluster,
): { fate: 'delete' } | { fate: 'keep'; reason: string } {
  const { subscription, missingSince } = cluster;
  if (!cluster.complete) {
    return {
      fate: 'keep',
      reason:
        'The cluster was not found by the last discovery, which could not see everything; it may still exist.',
    };
  }
  if (
    subscription !== undefined &&
    !cluster.visibleSubscriptions.has(subscription)
  ) {
    return missingFor(cluster) > keepInvisibleFor
      ? { fate: 'delete' }
      : {
          fate: 'keep',
          reason: `Nothing of subscription ${subscription} is visible any more: access was lost, or everything in it was deleted. Restore the role assignment to read the cluster again; otherwise it is forgotten after 7 days.`,
        };
  }
  if (
    missingSince === undefined ||
    !cluster.previousComplete ||
    missingFor(cluster) < keepUnlistedFor
  ) {
    return {
      fate: 'keep',
      reason:
        'The cluster was not found by the last discovery; it is forgotten when that stays so for an hour.',
    };
  }
  return { fate: 'delete' };
}

function missingFor({ missingSince, now }: MissingCluster): number {
  return missingSince === undefined
    ? 0
    : now.getTime() - new Date(missingSince).getTime();
}
