import { DefaultTrafficStore } from 'backstage-plugin-aks-traffic-backend/src/store/DefaultTrafficStore';
import { createHash } from 'node:crypto';
import { MeasuredDatabase } from '../dashboard/databases';
import { startClock } from '../measure/startClock';
import { Readings } from './Readings';
import { startServerMeter } from './serverMeter';

/** What writing one cluster took. */
export interface WriteFigures {
  /** Milliseconds of CPU, the database server's among them. */
  cpuMs: number;
  /** Megabytes that were written to files, or to PostgreSQL's log. */
  writtenMb: number;
}

/** A database into which clusters are written that it does not know yet. */
export class GrowingDatabase {
  private readonly store: DefaultTrafficStore;
  private written = 0;

  private constructor(
    private readonly database: MeasuredDatabase,
    private readonly readings: Readings,
  ) {
    this.store = new DefaultTrafficStore(database.client);
  }

  /** Lets an empty database know of so many clusters, of which nothing has been read. */
  static async create(options: {
    database: MeasuredDatabase;
    readings: Readings;
    clusters: number;
  }): Promise<GrowingDatabase> {
    const { database, readings, clusters } = options;
    const growing = new GrowingDatabase(database, readings);
    await growing.store.recordDiscovery({
      clusters: Array.from({ length: clusters }, (_, index) => ({
        name: clusterName(index),
        source: 'azure',
      })),
      visibleSubscriptions: new Set(),
      complete: true,
      gaps: [],
      takenAt: new Date(),
    });
    return growing;
  }

  /** Claims clusters and writes them, as a sweep does. Figures are for each of them. */
  async write(clusters: number): Promise<WriteFigures> {
    const server = await startServerMeter(this.database);
    let ownMs = 0;
    for (let turn = 0; turn < clusters; turn += 1) {
      ownMs += await this.writeNext();
    }
    const { cpuMs, writtenMb } = await server();
    return {
      cpuMs: (ownMs + cpuMs) / clusters,
      writtenMb: writtenMb / clusters,
    };
  }

  /** @returns the milliseconds of CPU that this process took. */
  private async writeNext(): Promise<number> {
    const { store, readings } = this;
    const claimCpu = startClock('cpu');
    const now = new Date();
    const claim = await store.claimNext({
      shard: { index: 0, count: 1 },
      revision: 'first',
      now,
      until: new Date(now.getTime() + 60_000),
    });
    const claimMs = claimCpu();
    if (!claim) {
      throw new Error('No cluster is left to write');
    }
    // Made up outside the measured time: a sweep has read it.
    const reading = readings.of(claim.cluster, this.written);
    const cpu = startClock('cpu');
    const { outcome } = await store.replaceCluster({
      ...reading,
      claim: claim.token,
    });
    const writeMs = cpu();
    if (outcome !== 'stored') {
      throw new Error(`Writing a cluster ended as ${outcome}`);
    }
    this.written += 1;
    return claimMs + writeMs;
  }

  close(): Promise<void> {
    return this.database.close();
  }
}

/** Names in no order, as those of a company are. */
function clusterName(index: number): string {
  const hash = createHash('sha256').update(`${index}`).digest('hex');
  return `aks-${hash.slice(0, 6)}-${index}`;
}
