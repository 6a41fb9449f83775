import { LoggerService } from '@backstage/backend-plugin-api';
import { LookClaims } from '../claims/lookClaims';
import { Collector } from '../collect/types';
import { LookClaim, LookStore } from '../store/lookTypes';
import { SweepResult, TrafficStore } from '../store/types';
import { Discoveries } from './Discoveries';
import { toDiscoveryRecord } from './toDiscoveryRecord';

/**
 * Looks for clusters and begins a sweep: every cluster is due once for each recorded discovery. One replica looks at a
 * time, under a claim.
 */
export class DiscoverTask {
  /** Asked for by this replica since it last saw whether there is a look to take. */
  private requested = false;
  /** Gaps of the discovery before, which need no second warning. */
  private knownGaps: ReadonlySet<string> = new Set();

  constructor(
    private readonly options: {
      collector: Collector;
      store: TrafficStore;
      looks: LookStore;
      claims: LookClaims;
      discoveries: Discoveries;
      logger: LoggerService;
      /** How long one look may take, in milliseconds. */
      timeoutMs: number;
      /** Told of the sweep before, when it had not ended. */
      onSweepEnded?(result: SweepResult): void;
      /** Called when there are clusters to read. */
      beginSweep(): Promise<void>;
    },
  ) {}

  /** Asks for a look, which this replica takes with its next run unless another one is faster. */
  async request(): Promise<void> {
    const { looks, claims } = this.options;
    await looks.request({ now: await claims.now() });
    this.requested = true;
  }

  /**
   * Looks for as long as there is something to look for.
   *
   * @throws when a look takes too long, or is taken by another replica meanwhile, and when the store fails.
   */
  async run(signal: AbortSignal): Promise<void> {
    const { claims, looks, timeoutMs } = this.options;
    let claim: LookClaim | undefined;
    do {
      this.requested = false;
      claim = await claims.take(times => looks.claim(times));
      if (claim) {
        const { token } = claim;
        const ownSignal = AbortSignal.any([
          signal,
          AbortSignal.timeout(timeoutMs),
        ]);
        await claims.work({
          claim,
          signal,
          work: () => this.look(token, ownSignal),
        });
      }
    } while ((claim || this.requested) && !signal.aborted);
  }

  private async look(claim: string, signal: AbortSignal): Promise<void> {
    const { collector, store, claims, discoveries, logger } = this.options;
    // Another replica may end this sweep, and this look may end that of another one: all go by the same clock.
    const beganAt = await claims.now();
    const discovery = await collector.discover(signal);
    const record = toDiscoveryRecord(discovery, await claims.now());
    const change = await store.recordDiscovery({
      ...record,
      look: { token: claim, beganAt },
    });
    discoveries.remember(change.revision, discovery);

    if (change.overtaken) {
      this.options.onSweepEnded?.(change.overtaken);
    }
    const changed =
      change.added.length + change.missing.length + change.deleted.length > 0;
    logger[changed ? 'info' : 'debug'](
      `Discovered ${record.clusters.length} clusters and ${discovery.estate.rows.length} Azure resources`,
      {
        sweep: change.revision,
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
