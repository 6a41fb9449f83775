import {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { stringifyError, toError } from '@backstage/errors';
import { Severity } from 'backstage-plugin-aks-traffic-common';
import { Collector } from '../collect/types';
import { TrafficStore } from '../store/types';
import { bucketOf } from '../store/bucketOf';
import { AnalyzeCluster, ClusterReader } from './ClusterReader';
import { Discoveries } from './Discoveries';
import { DiscoverTask } from './DiscoverTask';
import { ShardTask } from './ShardTask';

/** How long the clusters of a dead replica wait for another one, the turn of its shard not counted. */
export const claimForMs = 30_000;

/** How often a shard looks for clusters to read. */
export const turnMs = 10_000;

/** What a reading may take besides its own deadline: signing in, judging and storing. */
const marginMs = 2 * 60 * 1000;

/** Clusters in hand per slot of the collector: one is read, the other keeps the slot from standing idle. */
const clustersPerSlot = 2;

/** What {@link scheduleSweep} needs. */
export interface SweepOptions {
  scheduler: SchedulerService;
  logger: LoggerService;
  store: TrafficStore;
  collector: Collector;
  analyzeCluster: AnalyzeCluster;
  /** Severity by rule id, over the engine's own. */
  severities: Record<string, Severity>;
  /** When sweeps begin. */
  schedule: SchedulerServiceTaskScheduleDefinition;
  shards: number;
  /** How many clusters the collector reads at a time. */
  clustersAtOnce: number;
  clusterTimeoutMs: number;
  /** Called when what is served of a cluster is another than before. */
  onChanged?(cluster: string): void;
}

/** A running sweep. */
export interface Sweep {
  /** Has the shard of a cluster look for work now, and not at its next turn. */
  hurry(cluster: string): Promise<void>;
  /** What this replica reads clusters with. */
  discoveries: Discoveries;
}

/**
 * Registers the tasks that keep the store up to date: one that discovers, as the operator scheduled it, and one per
 * shard and replica that looks for clusters to read every few seconds. The scheduler aborts them on shutdown.
 */
export async function scheduleSweep(options: SweepOptions): Promise<Sweep> {
  const { scheduler, logger, store, collector, schedule, shards } = options;
  const clock = () => new Date();
  const discoveries = new Discoveries({ collector, store });
  const reader = new ClusterReader({ ...options, clock });
  // A cluster in hand may wait for as many readings as others are in hand per slot of the collector.
  const longestMs = (clustersPerSlot + 1) * options.clusterTimeoutMs + marginMs;

  const shardTaskId = (index: number) =>
    `aks-traffic-read-${index + 1}-of-${shards}`;
  const hurryShard = async (index: number) => {
    try {
      await scheduler.triggerTask(shardTaskId(index));
    } catch (error) {
      // A shard that runs already finds the work by itself; anything else only costs some seconds.
      if (toError(error).name !== 'ConflictError') {
        logger.warn(
          `Could not hurry ${shardTaskId(index)}: ${stringifyError(error)}`,
        );
      }
    }
  };

  for (let index = 0; index < shards; index += 1) {
    const task = new ShardTask({
      ...options,
      shard: { index, count: shards },
      discoveries,
      reader,
      window: clustersPerSlot * options.clustersAtOnce,
      claimForMs,
      beginWithinMs: longestMs,
      clock,
    });
    await scheduler.scheduleTask({
      id: shardTaskId(index),
      frequency: { milliseconds: turnMs },
      initialDelay: schedule.initialDelay,
      // What begins last still has its whole time.
      timeout: { milliseconds: 2 * longestMs },
      // Claims keep replicas apart. The scheduler's own lock would outlive a dead replica by the whole timeout.
      scope: 'local',
      fn: async signal => {
        try {
          await task.run(signal);
        } catch (error) {
          // The scheduler keeps what goes wrong in a local task to itself.
          logger.error(
            `${shardTaskId(index)} failed: ${stringifyError(error)}`,
          );
          throw error;
        }
      },
    });
  }

  const discover = new DiscoverTask({
    collector,
    store,
    discoveries,
    logger,
    clock,
    beginSweep: async () => {
      await Promise.all(
        Array.from({ length: shards }, (_, index) => hurryShard(index)),
      );
    },
  });
  await scheduler.scheduleTask({
    ...schedule,
    id: 'aks-traffic-discover',
    fn: signal => discover.run(signal),
  });

  return {
    hurry: cluster => hurryShard(bucketOf(cluster) % shards),
    discoveries,
  };
}
