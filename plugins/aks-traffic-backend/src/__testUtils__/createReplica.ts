import { mockServices } from '@backstage/backend-test-utils';
import { ClusterObservation } from 'backstage-plugin-aks-traffic-engine';
import { Knex } from 'knex';
import { createClusterClaims } from '../claims/clusterClaims';
import { createLookClaims } from '../claims/lookClaims';
import { Discovery, ObserveOptions } from '../collect/types';
import { DefaultLookStore } from '../store/DefaultLookStore';
import { DefaultTrafficStore } from '../store/DefaultTrafficStore';
import { AnalyzeCluster, ClusterReader } from '../sweep/ClusterReader';
import { Discoveries } from '../sweep/Discoveries';
import { DiscoverTask } from '../sweep/DiscoverTask';
import { ShardTask } from '../sweep/ShardTask';
import { analysis, serviceTraffic } from './analysis';
import { observation } from './observation';
import { start } from './storeTest';

/** Says of each cluster that it has one Service. */
export const analyzeCluster: AnalyzeCluster = seen =>
  analysis({
    cluster: seen.cluster,
    services: [
      {
        traffic: serviceTraffic({ cluster: seen.cluster }),
        labelSets: [],
      },
    ],
    traffic: { sku: 'from Azure' },
  });

/** A replica: everything the backend has beside the database, on a clock that stands still unless it is told apart. */
export function createReplica(
  client: Knex,
  options: {
    found: () => Discovery;
    observe?: (
      name: string,
      signal: AbortSignal,
      more?: ObserveOptions,
    ) => Promise<ClusterObservation>;
    analyze?: AnalyzeCluster;
    window?: number;
    /** By how much its clock is ahead of the one of the database, which then runs as it does for the product. */
    aheadMs?: number;
  },
) {
  const { aheadMs } = options;
  const clock = () =>
    aheadMs === undefined ? start : new Date(Date.now() + aheadMs);
  const claimClock = aheadMs === undefined ? { clock } : {};
  const store = new DefaultTrafficStore(client);
  const looks = new DefaultLookStore(client);
  const onSweepEnded = jest.fn();
  const onChanged = jest.fn();
  const logger = mockServices.logger.mock();
  const observe = jest.fn(
    options.observe ?? (async (cluster: string) => observation({ cluster })),
  );
  const collector = {
    discover: jest.fn(async () => options.found()),
    observe: (
      { name }: { name: string },
      signal: AbortSignal,
      more?: ObserveOptions,
    ) => observe(name, signal, more),
  };
  const discoveries = new Discoveries({ collector, store });
  const claims = createClusterClaims({ store, ...claimClock });
  const reader = new ClusterReader({
    collector,
    store,
    analyzeCluster: options.analyze ?? analyzeCluster,
    severities: { 'mesh-mtls': 'high' },
    logger,
    clock,
    onChanged,
  });
  const shard = (index = 0, count = 1) =>
    new ShardTask({
      shard: { index, count },
      store,
      discoveries,
      reader,
      window: options.window ?? 4,
      claims,
      beginWithinMs: 60_000,
      clock,
      onSweepEnded,
    });
  const beginSweep = jest.fn(async () => {});
  const task = new DiscoverTask({
    collector,
    store,
    looks,
    claims: createLookClaims({ looks, ...claimClock }),
    discoveries,
    logger,
    timeoutMs: 60_000,
    beginSweep,
    onSweepEnded,
  });
  const discover = {
    run: async (signal: AbortSignal) => {
      await task.request();
      await task.run(signal);
    },
  };
  return {
    beginSweep,
    collector,
    discover,
    logger,
    observe,
    onChanged,
    onSweepEnded,
    shard,
  };
}
