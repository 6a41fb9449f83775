import { Collector } from 'backstage-plugin-aks-traffic-backend/src/collect/types';
import { DefaultTrafficStore } from 'backstage-plugin-aks-traffic-backend/src/store/DefaultTrafficStore';
import { ClusterReader } from 'backstage-plugin-aks-traffic-backend/src/sweep/ClusterReader';
import { Discoveries } from 'backstage-plugin-aks-traffic-backend/src/sweep/Discoveries';
import { DiscoverTask } from 'backstage-plugin-aks-traffic-backend/src/sweep/DiscoverTask';
import { ShardTask } from 'backstage-plugin-aks-traffic-backend/src/sweep/ShardTask';
import { analyzeCluster } from 'backstage-plugin-aks-traffic-engine';
import { openSqlite } from '../dashboard/databases';
import { startClock } from '../measure/startClock';
import { createCollector } from './createCollector';
import { silentLogger } from './silentLogger';
import { SimulatedFleet } from './startSimulator';

/** As many as the backend reads by default. */
const clustersAtOnce = 10;

/** What one sweep over all clusters took. */
export interface SweepFigures {
  /** Milliseconds that the look at Azure took. */
  discoverMs: number;
  clusters: number;
  /** Objects that were read, of all clusters. */
  objects: number;
  /** Milliseconds of CPU of the reading process, without the look at Azure. */
  readCpuMs: number;
  /** Milliseconds from the begin until the last cluster that answers was stored whole. */
  rightAfterMs: number;
  /** Clusters that were stored whole. */
  whole: number;
}

/** Reads a simulated fleet with the parts that the backend reads with: its collector, tasks and store. */
export class Reader {
  private readonly collector: Collector;
  private objects = 0;

  constructor(private readonly simulator: SimulatedFleet) {
    const collector = createCollector(simulator);
    this.collector = {
      discover: signal => collector.discover(signal),
      observe: async (location, signal, options) => {
        const observation = await collector.observe(location, signal, options);
        this.objects += observation.objects.length;
        return observation;
      },
    };
  }

  /** One sweep into an empty database. */
  async sweep(): Promise<SweepFigures> {
    const database = await openSqlite();
    try {
      return await this.sweepInto(new DefaultTrafficStore(database.client));
    } finally {
      await database.close();
    }
  }

  /** One sweep into a database that may have an older one in it. */
  async sweepInto(store: DefaultTrafficStore): Promise<SweepFigures> {
    const { collector } = this;
    const clock = () => new Date();
    const signal = new AbortController().signal;
    const discoveries = new Discoveries({ collector, store });
    const sinceBegin = startClock('wall');
    let whole = 0;
    let rightAfterMs = 0;
    const reader = new ClusterReader({
      collector,
      store: Object.assign(Object.create(store) as DefaultTrafficStore, {
        replaceCluster: async (
          replacement: Parameters<DefaultTrafficStore['replaceCluster']>[0],
        ) => {
          const result = await store.replaceCluster(replacement);
          whole += 1;
          rightAfterMs = sinceBegin();
          return result;
        },
      }),
      analyzeCluster,
      severities: {},
      logger: silentLogger,
      clock,
    });
    await new DiscoverTask({
      collector,
      store,
      discoveries,
      logger: silentLogger,
      clock,
      beginSweep: async () => {},
    }).run(signal);
    const discoverMs = sinceBegin();
    this.objects = 0;
    const cpu = startClock('cpu');
    await new ShardTask({
      shard: { index: 0, count: 1 },
      store,
      discoveries,
      reader,
      window: 2 * clustersAtOnce,
      claimForMs: 10 * 60_000,
      beginWithinMs: 60 * 60_000,
      clock,
    }).run(signal);
    return {
      discoverMs,
      clusters: this.simulator.clusters.length,
      objects: this.objects,
      readCpuMs: cpu(),
      rightAfterMs,
      whole,
    };
  }
}
