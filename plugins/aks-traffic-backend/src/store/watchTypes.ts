import { ClusterClaim } from './types';

/** One turn of a replica that watches clusters. */
export interface WatchTurn {
  /** Random, and new with each start of the process. */
  replica: string;
  /** Milliseconds without a turn after which the replica counts as dead. */
  leaseMs: number;
  /** Most clusters the replica watches. */
  most: number;
  /** Clusters that nobody can watch, and why. */
  unwatchable: ReadonlyMap<string, string>;
}

/** What a turn gave. */
export interface WatchTurnResult {
  /** The clusters that are the replica's until its next turn. */
  held: string[];
  /** Those of them that were not the replica's before. */
  taken: string[];
  /** Clusters that could be watched and are not, because all replicas have as many as they may. */
  overLimit: number;
}

/** A watched cluster for which there is something to do besides following it. */
export interface WatchWork {
  cluster: string;
  /** Whether somebody asked for it to be read. */
  requested: boolean;
}

/** How a cluster is kept up to date. */
export interface StoredWatch {
  /** ISO time since which it is watched; absent when it is not. */
  since?: string;
  /** Why it is not. */
  gap?: string;
}

/**
 * Shares clusters between the replicas that watch them. All times that are compared are those of the database's clock, so
 * that replicas need not agree on the time.
 */
export interface WatchStore {
  /**
   * Tells that a replica is alive, and gives it its part of the clusters: it keeps what it has, takes what is free, and
   * gives away what is more than its part. Clusters that could not be read the last time are nobody's.
   */
  takeTurn(turn: WatchTurn): Promise<WatchTurnResult>;
  /** Notes that all of a cluster is followed: from now on others do not read it. */
  markWatched(options: { replica: string; cluster: string }): Promise<void>;
  /** Gives a cluster back to be read in turn, at once, and not to be watched for some time. */
  giveUp(options: {
    replica: string;
    cluster: string;
    gap: string;
    retryInMs: number;
    now: Date;
  }): Promise<void>;
  /** Gives everything back, so that others need not wait for the lease to end. */
  leave(options: { replica: string }): Promise<void>;
  /** Finds watched clusters that were asked for, or have not been judged under the newest discovery. */
  findWork(options: {
    replica: string;
    revision: string;
  }): Promise<WatchWork[]>;
  /**
   * Claims a cluster for its watcher.
   *
   * @returns undefined while somebody else writes it, and when it is not the replica's any more.
   */
  claim(options: {
    replica: string;
    cluster: string;
    revision: string;
    now: Date;
    until: Date;
    /** Whether this answers a request to read it. */
    answersRequest: boolean;
  }): Promise<ClusterClaim | undefined>;
}
