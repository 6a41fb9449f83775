import { createClusterClaims } from 'backstage-plugin-aks-traffic-backend/src/claims/clusterClaims';
import { createLookClaims } from 'backstage-plugin-aks-traffic-backend/src/claims/lookClaims';
import { Collector } from 'backstage-plugin-aks-traffic-backend/src/collect/types';
import { DefaultLookStore } from 'backstage-plugin-aks-traffic-backend/src/store/DefaultLookStore';
import { DefaultTrafficStore } from 'backstage-plugin-aks-traffic-backend/src/store/DefaultTrafficStore';
import { Replacement } from 'backstage-plugin-aks-traffic-backend/src/store/types';
import { ClusterReader } from 'backstage-plugin-aks-traffic-backend/src/sweep/ClusterReader';
import { Discoveries } from 'backstage-plugin-aks-traffic-backend/src/sweep/Discoveries';
import { DiscoverTask } from 'backstage-plugin-aks-traffic-backend/src/sweep/DiscoverTask';
import { ShardTask } from 'backstage-plugin-aks-traffic-backend/src/sweep/ShardTask';
import { analyzeCluster } from 'backstage-plugin-aks-traffic-engine';
import { Knex } from 'knex';
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

  constructor(
    private readonly simulator: SimulatedFleet,
    /** Told of each reading that is to be stored. */
    private readonly onReading: (reading: Replacement) => void = () => {},
  ) {
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
      return await this.sweepInto(database.client);
    } finally {
      await database.close();
    }
  }

  /** One sweep into a database that may have an older one in it. */
  async sweepInto(client: Knex): Promise<SweepFigures> {
    const { collector } = this;
    const store = new DefaultTrafficStore(client);
    const looks = new DefaultLookStore(client);
    const clock = () => new Date();
    const signal = new AbortController().signal;
    const discoveries = new Discoveries({ collector, store });
    const sinceBegin = startClock('wall');
    let whole = 0;
    let rightAfterMs = 0;
    const reader = new ClusterReader({
      collector,
      store: Object.assign(Object.create(store) as DefaultTrafficStore, {
        replaceCluster: async (replacement: Replacement) => {
          this.onReading(replacement);
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
    const discover = new DiscoverTask({
      collector,
      store,
      looks,
      claims: createLookClaims({ looks, clock }),
      discoveries,
      logger: silentLogger,
      clock,
      timeoutMs: 60 * 60_000,
      beginSweep: async () => {},
    });
    await discover.request();
    await discover.run(signal);
    const discoverMs = sinceBegin();
    this.objects = 0;
    const cpu = startClock('cpu');
    await new ShardTask({
      shard: { index: 0, count: 1 },
      store,
      discoveries,
      reader,
      window: 2 * clustersAtOnce,
      claims: createClusterClaims({ store, clock }),
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
