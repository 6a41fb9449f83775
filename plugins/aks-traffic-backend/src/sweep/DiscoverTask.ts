import { LoggerService } from '@backstage/backend-plugin-api';
import { Collector } from '../collect/types';
import { TrafficStore } from '../store/types';
import { Discoveries } from './Discoveries';
import { toDiscoveryRecord } from './toDiscoveryRecord';

/** Looks for clusters and begins a sweep: every cluster is due once for each recorded discovery. */
export class DiscoverTask {
  /** Gaps of the discovery before, which need no second warning. */
  private knownGaps: ReadonlySet<string> = new Set();

  constructor(
    private readonly options: {
      collector: Collector;
      store: TrafficStore;
      discoveries: Discoveries;
      logger: LoggerService;
      clock(): Date;
      /** Called when there are clusters to read. */
      beginSweep(): Promise<void>;
    },
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const { collector, store, discoveries, logger, clock } = this.options;
    const discovery = await collector.discover(signal);
    const record = toDiscoveryRecord(discovery, clock());
    const change = await store.recordDiscovery(record);
    discoveries.remember(change.revision, discovery);

    const changed =
      change.added.length + change.missing.length + change.deleted.length > 0;
    logger[changed ? 'info' : 'debug'](
      `Discovered ${record.clusters.length} clusters and ${discovery.estate.rows.length} Azure resources`,
      {
        added: change.added.join(', '),
        missing: change.missing.join(', '),
        deleted: change.deleted.join(', '),
      },
    );
    const gaps = new Set([...record.gaps, ...discovery.estate.gaps]);
    for (const gap of gaps) {
      logger[this.knownGaps.has(gap) ? 'debug' : 'warn'](`Discovery: ${gap}`);
    }
    this.knownGaps = gaps;
    await this.options.beginSweep();
  }
}
