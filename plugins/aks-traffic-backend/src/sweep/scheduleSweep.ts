import {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { stringifyError, toError } from '@backstage/errors';
import { Severity } from 'backstage-plugin-aks-traffic-common';
import { ClusterClaims, createClusterClaims } from '../claims/clusterClaims';
import { createLookClaims } from '../claims/lookClaims';
import { turnMs } from '../claims/takeOver';
import { Collector } from '../collect/types';
import { readLookTimeout } from '../config/readSchedule';
import { LookStore } from '../store/lookTypes';
import { SweepResult, TrafficStore } from '../store/types';
import { bucketOf } from '../store/bucketOf';
import { AnalyzeCluster, ClusterReader } from './ClusterReader';
import { Discoveries } from './Discoveries';
import { DiscoverTask } from './DiscoverTask';
import { ShardTask } from './ShardTask';

/** What a reading may take besides its own deadline: signing in, judging and storing. */
const marginMs = 2 * 60 * 1000;

/**
 * How long asking for a look may take: for as long as this the scheduler believes in a replica that is killed while it
 * asks.
 */
const askMs = 30_000;

const lookTaskId = 'aks-traffic-look';

/** Clusters in hand per slot of the collector: one is read, the other keeps the slot from standing idle. */
const clustersPerSlot = 2;

/** What {@link scheduleSweep} needs. */
export interface SweepOptions {
  scheduler: SchedulerService;
  logger: LoggerService;
  store: TrafficStore;
  looks: LookStore;
  collector: Collector;
  analyzeCluster: AnalyzeCluster;
  /** Severity by rule id, over the engine's own. */
  severities: Record<string, Severity>;
  /** When sweeps begin; its timeout is that of one look for clusters. */
  schedule: SchedulerServiceTaskScheduleDefinition;
  shards: number;
  /** How many clusters the collector reads at a time. */
  clustersAtOnce: number;
  /** How long a cluster may take to be found and read. */
  clusterTimeoutMs: number;
  /** Told of each sweep that has ended, by one replica. */
  onSweepEnded?(result: SweepResult): void;
  /** Called when what is served of a cluster is another than before. */
  onChanged?(cluster: string): void;
}

/** A running sweep. */
export interface Sweep {
  /** Has the shard of a cluster look for work now, and not at its next turn. */
  hurry(cluster: string): Promise<void>;
  /** What this replica reads clusters with. */
  discoveries: Discoveries;
  /** What this replica judges and stores clusters with. */
  reader: ClusterReader;
  /** What this replica has in hand. */
  claims: ClusterClaims;
}

/**
 * Registers the tasks that keep the store up to date: one that asks for a look for clusters, as the operator scheduled
 * it, and for each replica one that looks, and one per shard that reads, which see every few seconds whether there is
 * something to do. The scheduler aborts them on shutdown.
 */
export async function scheduleSweep(options: SweepOptions): Promise<Sweep> {
  const { scheduler, logger, store, looks, collector, schedule, shards } =
    options;
  const clock = () => new Date();
  const discoveries = new Discoveries({ collector, store });
  const claims = createClusterClaims({ store });
  const reader = new ClusterReader({ ...options, clock });
  // A cluster in hand may wait for as many readings as others are in hand per slot of the collector.
  const longestMs = (clustersPerSlot + 1) * options.clusterTimeoutMs + marginMs;

  const shardTaskId = (index: number) =>
    `aks-traffic-read-${index + 1}-of-${shards}`;
  const hurryTask = async (id: string) => {
    try {
      await scheduler.triggerTask(id);
    } catch (error) {
      // A task that runs already finds the work by itself; anything else only costs some seconds.
      if (toError(error).name !== 'ConflictError') {
        logger.warn(`Could not hurry ${id}: ${stringifyError(error)}`);
      }
    }
  };
  const hurryShard = (index: number) => hurryTask(shardTaskId(index));
  const scheduleTurns = (task: {
    id: string;
    timeoutMs: number;
    run(signal: AbortSignal): Promise<void>;
  }) =>
    scheduler.scheduleTask({
      id: task.id,
      frequency: { milliseconds: turnMs },
      initialDelay: schedule.initialDelay,
      timeout: { milliseconds: task.timeoutMs },
      // Claims keep replicas apart. The scheduler's own lock would outlive a dead replica by the whole timeout.
      scope: 'local',
      fn: async signal => {
        try {
          await task.run(signal);
        } catch (error) {
          // The scheduler keeps what goes wrong in a local task to itself.
          logger.error(`${task.id} failed: ${stringifyError(error)}`);
          throw error;
        }
      },
    });

  for (let index = 0; index < shards; index += 1) {
    const task = new ShardTask({
      ...options,
      shard: { index, count: shards },
      discoveries,
      reader,
      // All shards of a replica share its slots.
      window: Math.ceil((clustersPerSlot * options.clustersAtOnce) / shards),
      claims,
      beginWithinMs: longestMs,
      clock,
    });
    await scheduleTurns({
      id: shardTaskId(index),
      // What begins last still has its whole time.
      timeoutMs: 2 * longestMs,
      run: signal => task.run(signal),
    });
  }

  const timeoutMs = readLookTimeout(schedule);
  const discover = new DiscoverTask({
    ...options,
    claims: createLookClaims({ looks }),
    discoveries,
    timeoutMs,
    beginSweep: async () => {
      await Promise.all(
        Array.from({ length: shards }, (_, index) => hurryShard(index)),
      );
    },
  });
  await scheduleTurns({
    id: lookTaskId,
    // One that was asked for while the one before was under way follows at once.
    timeoutMs: 2 * timeoutMs,
    run: signal => discover.run(signal),
  });
  await scheduler.scheduleTask({
    ...schedule,
    id: 'aks-traffic-discover',
    timeout: { milliseconds: askMs },
    fn: async () => {
      await discover.request();
      await hurryTask(lookTaskId);
    },
  });

  return {
    hurry: cluster => hurryShard(bucketOf(cluster) % shards),
    discoveries,
    reader,
    claims,
  };
}
