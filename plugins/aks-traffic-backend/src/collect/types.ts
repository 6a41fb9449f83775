import {
  ClusterObservation,
  Estate,
} from 'backstage-plugin-aks-traffic-engine';
import { ClusterLocation } from 'backstage-plugin-aks-traffic-node';

/** What one look at Azure, app-config and the other cluster sources gave. */
export interface Discovery {
  estate: Estate;
  /** Every cluster known, those that cannot be read included (`access.kind === 'none'`). Names are unique. */
  clusters: ClusterLocation[];
  /**
   * What kept the list of clusters from being whole, gaps of Azure included, and what sources remark besides; the other
   * gaps of Azure are the estate's.
   */
  gaps: string[];
  /** Sentences on the rows of Azure that are those of an earlier look, because Azure did not answer this time. */
  outdated: string[];
  /**
   * Whether every source listed all that it knows. When not, a cluster that is missing from `clusters` may still exist: its snapshot
   * must go stale, not away.
   */
  complete: boolean;
}

/** How a cluster is to be read. */
export interface ObserveOptions {
  failedBefore: boolean;
  reading?: string;
}

/** Reads the outside world: Azure and the clusters' Kubernetes APIs. Stores nothing. */
export interface Collector {
  /**
   * Reads Azure and lists the clusters of all sources.
   *
   * @throws when `signal` is aborted or the store fails; a source that fails is a gap.
   */
  discover(signal: AbortSignal): Promise<Discovery>;

  /**
   * Reads one cluster. May be called for all clusters at once: how many are read at a time is the collector's own
   * limit, and each has its own deadline that starts when its reading starts.
   *
   * @param options.failedBefore - the cluster could not be read the last time: it waits for its like, and does not
   * stand in front of those that answer.
   * @param options.reading - what all log lines of the reading have in common.
   * @returns what could be read; a cluster that cannot be reached is an observation with coverage `unreachable`
   * and the reason in `gaps`.
   * @throws only when `signal` is aborted.
   */
  observe(
    location: ClusterLocation,
    signal: AbortSignal,
    options?: ObserveOptions,
  ): Promise<ClusterObservation>;
}
