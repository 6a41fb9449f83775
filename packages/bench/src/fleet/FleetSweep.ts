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
import { MeasuredDatabase } from '../dashboard/databases';
import { startClock } from '../measure/startClock';
import { startServerMeter } from '../store/serverMeter';
import { silentLogger } from './silentLogger';

/** As many as the backend reads by default. */
const clustersAtOnce = 10;

/** Nothing of a benchmark is to end because it takes long. */
const longMs = 60 * 60_000;

interface FleetSweepOptions {
  database: MeasuredDatabase;
  collector: Collector;
  /** Told of each reading that is to be stored. */
  onReading: (reading: Replacement) => void;
}

/** What reading some clusters took. */
export interface ReadFigures {
  objects: number;
  /** Milliseconds of CPU of the reading process. */
  cpuMs: number;
  /** Milliseconds of CPU of a database that is none of its own. */
  databaseCpuMs: number;
}

/** One sweep with the backend's tasks and store, whose clusters are read all at once or by shards. */
export class FleetSweep {
  /** Clusters that were stored whole. */
  whole = 0;
  /** Milliseconds that the look at Azure took. */
  discoverMs = 0;
  /** Milliseconds from the begin, a look at Azure included, until the last of them was. */
  rightAfterMs = 0;

  private objects = 0;
  private readonly sinceBegin = startClock('wall');
  private readonly clock = () => new Date();
  private readonly signal = new AbortController().signal;
  private readonly store: DefaultTrafficStore;
  private readonly discoveries: Discoveries;
  private readonly reader: ClusterReader;

  private constructor(private readonly options: FleetSweepOptions) {
    const { database, collector, onReading } = options;
    const store = new DefaultTrafficStore(database.client);
    this.store = store;
    this.discoveries = new Discoveries({ collector, store });
    this.reader = new ClusterReader({
      collector: {
        observe: async (location, signal, observing) => {
          const observation = await collector.observe(
            location,
            signal,
            observing,
          );
          this.objects += observation.objects.length;
          return observation;
        },
      },
      store: Object.assign(Object.create(store) as DefaultTrafficStore, {
        replaceCluster: async (replacement: Replacement) => {
          onReading(replacement);
          const result = await store.replaceCluster(replacement);
          this.whole += 1;
          this.rightAfterMs = this.sinceBegin();
          return result;
        },
      }),
      analyzeCluster,
      severities: {},
      logger: silentLogger,
      clock: this.clock,
    });
  }

  /** Looks at Azure, after which the clusters can be read. */
  static async begin(options: FleetSweepOptions): Promise<FleetSweep> {
    const sweep = new FleetSweep(options);
    await sweep.discover();
    sweep.discoverMs = sweep.sinceBegin();
    return sweep;
  }

  /** Reads the clusters of a shard that were not read yet. */
  async read(shard: { index: number; count: number }): Promise<ReadFigures> {
    const { store, discoveries, reader, clock } = this;
    this.objects = 0;
    const database = await startServerMeter(this.options.database);
    const cpu = startClock('cpu');
    await new ShardTask({
      shard,
      store,
      discoveries,
      reader,
      window: 2 * clustersAtOnce,
      claims: createClusterClaims({ store, clock }),
      beginWithinMs: longMs,
      clock,
    }).run(this.signal);
    return {
      objects: this.objects,
      cpuMs: cpu(),
      databaseCpuMs: (await database()).cpuMs,
    };
  }

  private async discover(): Promise<void> {
    const { store, discoveries, clock } = this;
    const { database, collector } = this.options;
    const looks = new DefaultLookStore(database.client);
    const task = new DiscoverTask({
      collector,
      store,
      looks,
      claims: createLookClaims({ looks, clock }),
      discoveries,
      logger: silentLogger,
      timeoutMs: longMs,
      beginSweep: async () => {},
    });
    await task.request();
    await task.run(this.signal);
  }
}
