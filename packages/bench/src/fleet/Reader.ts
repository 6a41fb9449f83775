import { Collector } from 'backstage-plugin-aks-traffic-backend/src/collect/types';
import { Replacement } from 'backstage-plugin-aks-traffic-backend/src/store/types';
import { MeasuredDatabase, openSqlite } from '../dashboard/databases';
import { createCollector } from './createCollector';
import { FleetSweep } from './FleetSweep';
import { SimulatedFleet } from './startSimulator';

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

  constructor(
    private readonly simulator: SimulatedFleet,
    /** Told of each reading that is to be stored. */
    private readonly onReading: (reading: Replacement) => void = () => {},
  ) {
    this.collector = createCollector(simulator);
  }

  /** One sweep into an empty database. */
  async sweep(): Promise<SweepFigures> {
    const database = await openSqlite();
    try {
      return await this.sweepInto(database);
    } finally {
      await database.close();
    }
  }

  /** One sweep into a database that may have an older one in it. */
  async sweepInto(database: MeasuredDatabase): Promise<SweepFigures> {
    const sweep = await this.begin(database);
    const { objects, cpuMs } = await sweep.read({ index: 0, count: 1 });
    return {
      discoverMs: sweep.discoverMs,
      clusters: this.simulator.clusters.length,
      objects,
      readCpuMs: cpuMs,
      rightAfterMs: sweep.rightAfterMs,
      whole: sweep.whole,
    };
  }

  /** Looks at Azure and leaves the reading to the caller, who may read some of the clusters at a time. */
  begin(database: MeasuredDatabase): Promise<FleetSweep> {
    return FleetSweep.begin({
      database,
      collector: this.collector,
      onReading: this.onReading,
    });
  }
}
