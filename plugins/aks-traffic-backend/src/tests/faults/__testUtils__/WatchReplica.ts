import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { analyzeCluster } from 'backstage-plugin-aks-traffic-engine';
import { watchCluster, WatchLimits } from 'backstage-plugin-aks-traffic-node';
import { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClusterClaims } from '../../../claims/clusterClaims';
import { createLookClaims } from '../../../claims/lookClaims';
import { DefaultCollector } from '../../../collect/DefaultCollector';
import { readConfig } from '../../../config/readConfig';
import { DefaultLookStore } from '../../../store/DefaultLookStore';
import { DefaultTrafficStore } from '../../../store/DefaultTrafficStore';
import { DefaultWatchStore } from '../../../store/DefaultWatchStore';
import { ClusterReader } from '../../../sweep/ClusterReader';
import { Discoveries } from '../../../sweep/Discoveries';
import { DiscoverTask } from '../../../sweep/DiscoverTask';
import { ShardTask } from '../../../sweep/ShardTask';
import { WatchKeeper } from '../../../watch/WatchKeeper';
import { silentLogger } from './silentLogger';

const clock = () => new Date();

/** Less patient than in production, where nothing is to wait for. */
const watchLimits: WatchLimits = {
  streamMs: 60_000,
  silenceMs: 2_000,
  beginWithinMs: 3_000,
  giveUpAfterMs: 1_500,
  giveUpBusyAfterMs: 2_500,
  firstRetryMs: 100,
  maxRetryMs: 400,
  retryUnreadMs: 1_000,
};

/** Milliseconds between two turns; others may take what a replica has after three of them. */
export const turnEveryMs = 2_000;

/** One backend that watches clusters, and reads in turn what it does not watch. */
export class WatchReplica {
  /** How often a cluster was judged because of what was watched. */
  judged = 0;
  private readonly end = new AbortController();
  private readonly keeper: WatchKeeper;
  private readonly discoverTask: DiscoverTask;
  private readonly shard: ShardTask;
  private loop?: Promise<void>;

  /** @param aksTraffic - as in app-config. */
  constructor(client: Knex, aksTraffic: JsonObject) {
    const store = new DefaultTrafficStore(client);
    const looks = new DefaultLookStore(client);
    const claims = createClusterClaims({ store });
    const config = readConfig(new ConfigReader({ aksTraffic }));
    const collector = DefaultCollector.create({ config, logger: silentLogger });
    const discoveries = new Discoveries({ collector, store });
    const reader = new ClusterReader({
      collector,
      store,
      analyzeCluster,
      severities: {},
      logger: silentLogger,
      clock,
    });
    this.discoverTask = new DiscoverTask({
      collector,
      store,
      looks,
      claims: createLookClaims({ looks }),
      discoveries,
      logger: silentLogger,
      timeoutMs: 60_000,
      beginSweep: async () => {},
    });
    this.shard = new ShardTask({
      shard: { index: 0, count: 1 },
      store,
      discoveries,
      reader,
      window: 8,
      claims,
      beginWithinMs: 60_000,
      clock,
    });
    this.keeper = new WatchKeeper({
      store: new DefaultWatchStore(client),
      discoveries,
      logger: silentLogger,
      maxClusters: 10,
      relistEveryMs: 60 * 60_000,
      lookEveryMs: 200,
      turnEveryMs,
      leaseMs: 3 * turnEveryMs,
      // Doubled by each fault of a run that ends watches.
      retryAfterMs: 50,
      claims,
      clock,
      inTurn: work => work(),
      watch: async request =>
        watchCluster({
          ...request,
          location: await collector.locate(request.location, request.signal),
          limits: config.kubernetes.limits,
          watchLimits,
        }),
      judge: observed => {
        this.judged += 1;
        return reader.storeObservation(observed);
      },
    });
  }

  async discover(): Promise<void> {
    await this.discoverTask.request();
    await this.discoverTask.run(this.end.signal);
  }

  start(): void {
    this.keeper.start();
    this.loop = this.poll();
  }

  async stop(): Promise<void> {
    this.end.abort(new Error('Stopped'));
    await this.loop;
    await this.keeper.stop();
  }

  private async poll(): Promise<void> {
    const { signal } = this.end;
    while (!signal.aborted) {
      // What goes wrong while it is being stopped is nobody's business.
      await this.shard.run(signal).catch(() => {});
      await sleep(300, undefined, { signal }).catch(() => {});
    }
  }
}
