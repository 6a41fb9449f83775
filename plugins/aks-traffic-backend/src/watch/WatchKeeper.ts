import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Discovery } from '../collect/types';
import { Discoveries } from '../sweep/Discoveries';
import { WatchStore } from '../store/watchTypes';
import { WatchedCluster, WatchedClusterOptions } from './WatchedCluster';
import { watchGap } from './watchGap';
import { WatchFailures } from './WatchFailures';

const longestRetryMs = 30 * 60_000;

/** What {@link WatchKeeper} needs. */
export interface WatchKeeperOptions
  extends Omit<
    WatchedClusterOptions,
    'cluster' | 'replica' | 'store' | 'current' | 'onLost'
  > {
  store: WatchStore;
  discoveries: Discoveries;
  logger: LoggerService;
  clock(): Date;
  /** Most clusters this replica watches. */
  maxClusters: number;
  /** Milliseconds between two looks for something to do. */
  lookEveryMs: number;
  /** Milliseconds between two turns; a third of the lease, so that one may be missed. */
  turnEveryMs: number;
  /** Milliseconds after which what a replica watches that took no turn is given to others. */
  leaseMs: number;
  /** Milliseconds until a cluster that could not be watched is tried again; doubled each time it fails in a row. */
  retryAfterMs: number;
}

/**
 * Watches this replica's part of the clusters. A replica that dies takes no turn any more, and the others have its part
 * when its lease has ended; one that stops gives it back.
 */
export class WatchKeeper {
  private readonly replica = randomUUID();
  private readonly end = new AbortController();
  private readonly clusters = new Map<
    string,
    { watched: WatchedCluster; since: number }
  >();
  private readonly failures = new WatchFailures();
  private readonly closing = new Set<Promise<void>>();
  /** Clusters of which the database does not know yet that they are given up. */
  private readonly givingUp = new Set<string>();
  private current?: { revision: string; discovery: Discovery };
  private looking?: Promise<void>;
  private loop?: Promise<void>;
  private overLimit = 0;
  private lastProblem?: string;

  constructor(private readonly options: WatchKeeperOptions) {}

  /** Clusters in hand, the objects held of them, and clusters that nobody may take because of the limit. */
  get counts(): { clusters: number; objects: number; overLimit: number } {
    let objects = 0;
    for (const { watched } of this.clusters.values()) {
      objects += watched.objects;
    }
    return { clusters: this.clusters.size, objects, overLimit: this.overLimit };
  }

  start(): void {
    this.loop ??= this.run();
  }

  /** Ends all watches and lets others have the clusters at once. */
  async stop(): Promise<void> {
    this.end.abort(new Error('The backend is stopping'));
    await this.loop;
    for (const cluster of [...this.clusters.keys()]) {
      this.drop(cluster);
    }
    await Promise.all(this.closing);
    await this.options.store.leave({ replica: this.replica });
  }

  private async run(): Promise<void> {
    const { lookEveryMs, turnEveryMs, logger } = this.options;
    const { signal } = this.end;
    let nextTurn = 0;
    while (!signal.aborted) {
      try {
        await this.discover();
        if (this.current && performance.now() >= nextTurn) {
          nextTurn = performance.now() + turnEveryMs;
          await this.takeTurn();
        }
        await this.look();
        this.lastProblem = undefined;
      } catch (error) {
        const problem = stringifyError(error);
        if (!signal.aborted && problem !== this.lastProblem) {
          logger.warn(`Watching clusters: ${problem}`);
        }
        this.lastProblem = problem;
      }
      await sleep(lookEveryMs, undefined, { signal }).catch(() => {});
    }
  }

  private async takeTurn(): Promise<void> {
    const { store, maxClusters, leaseMs, logger } = this.options;
    const { held, taken, overLimit } = await store.takeTurn({
      replica: this.replica,
      leaseMs,
      most: maxClusters,
      unwatchable: this.unwatchable(),
    });
    if (overLimit !== this.overLimit) {
      logger[overLimit > 0 ? 'warn' : 'info'](
        `${overLimit} clusters are read in turn and not watched, because aksTraffic.watch.maxClusters is ${maxClusters}`,
      );
      this.overLimit = overLimit;
    }
    const mine = new Set(held);
    for (const cluster of [...this.clusters.keys()]) {
      if (!mine.has(cluster)) {
        logger.info(
          `Cluster ${cluster} is not watched by this replica any more`,
          { cluster },
        );
        this.drop(cluster);
      }
    }
    for (const cluster of taken.filter(each => this.clusters.has(each))) {
      // It was given back meanwhile: what follows it counts for nothing in the database.
      this.drop(cluster);
    }
    for (const cluster of held) {
      const isOpen = !this.clusters.has(cluster) && !this.givingUp.has(cluster);
      // Where a new one is, only the look that is under way may know.
      if (isOpen && (!this.looking || this.knows(cluster))) {
        this.take(cluster);
      }
    }
  }

  private unwatchable(): Map<string, string> {
    return new Map(
      this.current!.discovery.clusters.flatMap(location => {
        const gap = watchGap(location);
        return gap === undefined ? [] : [[location.name, gap] as const];
      }),
    );
  }

  private async look(): Promise<void> {
    if (!this.current || this.clusters.size === 0) {
      return;
    }
    const work = await this.options.store.findWork({
      replica: this.replica,
      revision: this.current.revision,
    });
    for (const { cluster, requested } of work) {
      const watched = this.clusters.get(cluster)?.watched;
      if (requested) {
        watched?.readAgain();
      } else {
        watched?.discovered();
      }
    }
  }

  /**
   * Makes the newest discovery the one that is watched by. It may have to look at Azure for that, for longer than a lease:
   * turns go on meanwhile.
   */
  private async discover(): Promise<void> {
    const { signal } = this.end;
    this.looking ??= this.options.discoveries
      .current(signal)
      .then(current => this.watchBy(current))
      .finally(() => {
        this.looking = undefined;
      });
    await Promise.race([
      this.looking,
      sleep(this.options.lookEveryMs, undefined, { signal, ref: false }),
    ]);
  }

  private watchBy(current: typeof this.current): void {
    if (current && current.revision !== this.current?.revision) {
      this.failures.forgetAllBut(
        new Set(current.discovery.clusters.map(({ name }) => name)),
      );
    }
    this.current = current;
  }

  private knows(cluster: string): boolean {
    return (
      this.current?.discovery.clusters.some(({ name }) => name === cluster) ??
      false
    );
  }

  private take(cluster: string): void {
    const watched = new WatchedCluster({
      ...this.options,
      cluster,
      replica: this.replica,
      current: () => this.current!,
      onLost: gap => this.lose(cluster, gap),
    });
    this.clusters.set(cluster, { watched, since: performance.now() });
    watched.begin();
  }

  private drop(cluster: string): void {
    const { watched } = this.clusters.get(cluster)!;
    this.clusters.delete(cluster);
    const closing = watched.close().finally(() => this.closing.delete(closing));
    this.closing.add(closing);
  }

  private lose(cluster: string, gap: string): void {
    const { store, logger, clock, retryAfterMs } = this.options;
    const entry = this.clusters.get(cluster);
    if (!entry) {
      return;
    }
    const { before, isNews } = this.failures.add({
      cluster,
      gap,
      lastedMs: performance.now() - entry.since,
    });
    logger[isNews ? 'warn' : 'debug'](
      `Cluster ${cluster} is read in turn from now on: ${gap}`,
      { cluster },
    );
    this.drop(cluster);
    this.givingUp.add(cluster);
    void store
      .giveUp({
        replica: this.replica,
        cluster,
        gap,
        retryInMs:
          Math.min(retryAfterMs * 2 ** before, longestRetryMs) *
          (0.75 + Math.random() / 2),
        now: clock(),
      })
      .catch(error =>
        // The lease is not renewed, and ends by itself.
        logger.warn(
          `Giving up the watch of ${cluster} could not be noted: ${stringifyError(
            error,
          )}`,
          { cluster },
        ),
      )
      .finally(() => this.givingUp.delete(cluster));
  }
}
