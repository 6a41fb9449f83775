import { MeasuredDatabase } from '../dashboard/databases';
import { FleetSweep, ReadFigures } from './FleetSweep';
import { Reader } from './Reader';
import { SimulatedFleet, startSimulator } from './startSimulator';

/** Reads a fleet some clusters at a time, sweep after sweep, each into an empty database. */
export class SteadyReader {
  private current?: { database: MeasuredDatabase; sweep: FleetSweep };
  private nextShard = 0;

  private constructor(
    private readonly simulator: SimulatedFleet,
    private readonly reader: Reader,
    /** How many shards, of a few clusters each, a sweep is read in. */
    private readonly shards: number,
    private readonly openDatabase: () => Promise<MeasuredDatabase>,
  ) {}

  static async start(options: {
    clusters: number;
    services: number;
    clustersAtATime: number;
    /** Opens an empty one. */
    openDatabase(): Promise<MeasuredDatabase>;
  }): Promise<SteadyReader> {
    const simulator = await startSimulator(options);
    const { clusters, clustersAtATime, openDatabase } = options;
    return new SteadyReader(
      simulator,
      new Reader(simulator),
      Math.ceil(clusters / clustersAtATime),
      openDatabase,
    );
  }

  /** Reads the next shard of the sweep. Beginning a sweep is not part of the figures. */
  async readSome(): Promise<ReadFigures> {
    const { sweep } = this.current ?? (await this.beginSweep());
    const figures = await sweep.read({
      index: this.nextShard,
      count: this.shards,
    });
    this.nextShard += 1;
    if (this.nextShard === this.shards) {
      await this.endSweep();
    }
    return figures;
  }

  async stop(): Promise<void> {
    await this.endSweep();
    await this.simulator.stop();
  }

  private async beginSweep() {
    const database = await this.openDatabase();
    const sweep = await this.reader.begin(database);
    this.current = { database, sweep };
    this.nextShard = 0;
    return this.current;
  }

  private async endSweep(): Promise<void> {
    await this.current?.database.close();
    this.current = undefined;
  }
}
