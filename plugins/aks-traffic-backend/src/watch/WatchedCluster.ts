import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError, toError } from '@backstage/errors';
import { ClusterObservation } from 'backstage-plugin-aks-traffic-engine';
import {
  ClusterLocation,
  ClusterWatch,
} from 'backstage-plugin-aks-traffic-node';
import { ClusterClaims } from '../claims/clusterClaims';
import { Discovery } from '../collect/types';
import { ClusterClaim } from '../store/types';
import { WatchStore } from '../store/watchTypes';
import { ChangeGate } from './ChangeGate';
import { sameLocation } from './sameLocation';

/** A kind is served some time after its definition is there. */
const definitionsSettleMs = 5_000;

/** A kind that is not served yet, or only in versions that are not known here, is looked for again. */
const notServedAgainMs = 5 * 60_000;

/** While somebody else has the claim. */
const claimAgainMs = 1_000;

/** What {@link WatchedCluster} needs. */
export interface WatchedClusterOptions {
  cluster: string;
  replica: string;
  store: Pick<WatchStore, 'claim' | 'markWatched'>;
  logger: LoggerService;
  /** Reads and follows a cluster, see `watchCluster` of the node package. */
  watch(options: {
    location: ClusterLocation;
    signal: AbortSignal;
    onChange: (what: 'objects' | 'definitions') => void;
  }): Promise<ClusterWatch>;
  /** Lets few clusters be read at a time. */
  inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** The newest discovery. */
  current(): { revision: string; discovery: Discovery };
  /** Judges and stores an observation under a claim. */
  judge(options: {
    claim: ClusterClaim;
    discovery: Discovery;
    observation: ClusterObservation;
    signal: AbortSignal;
  }): Promise<void>;
  /** Called once when the cluster cannot be watched any more, with the reason. */
  onLost(gap: string): void;
  relistEveryMs: number;
  claims: ClusterClaims;
}

/**
 * One cluster that this replica watches: follows it, and stores what that means whenever it changes, in the same way as a
 * reading is stored.
 */
export class WatchedCluster {
  private readonly end = new AbortController();
  private readonly gate = new ChangeGate(() => this.store());
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  private watch?: ClusterWatch;
  private beginning?: Promise<void>;
  private relist?: ReturnType<typeof setTimeout>;
  private settling?: ReturnType<typeof setTimeout>;
  /** Somebody asked for a reading: `begun` once the lists that answer it have been. */
  private request?: 'wanted' | 'begun' | 'answered';

  constructor(private readonly options: WatchedClusterOptions) {}

  /** Objects held in memory. */
  get objects(): number {
    return this.watch?.objects() ?? 0;
  }

  /** Lists everything and follows it from there; what is known meanwhile stays until then. */
  begin(): void {
    if (this.beginning || this.end.signal.aborted) {
      return;
    }
    this.beginning = this.beginAnew().then(
      () => {
        this.beginning = undefined;
        if (this.request === 'wanted') {
          this.begin();
        }
      },
      error => {
        this.beginning = undefined;
        this.lose(toError(error).message);
      },
    );
  }

  /** Answers a request for a reading. */
  readAgain(): void {
    if (this.request === undefined) {
      this.request = 'wanted';
      this.begin();
    }
  }

  /** The cluster is to be judged under a new discovery, and may be reached in another way. */
  discovered(): void {
    const { cluster, current } = this.options;
    const location = current().discovery.clusters.find(
      ({ name }) => name === cluster,
    );
    if (
      this.watch &&
      location &&
      !sameLocation(location, this.watch.location)
    ) {
      this.begin();
    }
    this.gate.changed();
  }

  async close(): Promise<void> {
    this.end.abort(new Error('The cluster is not watched any more'));
    clearTimeout(this.relist);
    for (const timer of this.timers) {
      clearTimeout(timer);
    }
    await this.beginning;
    await this.gate.close();
    await this.watch?.close();
  }

  private async beginAnew(): Promise<void> {
    const { cluster, current, inTurn, relistEveryMs } = this.options;
    const { signal } = this.end;
    if (this.request === 'wanted') {
      this.request = 'begun';
    }
    const watch = await inTurn(async () => {
      signal.throwIfAborted();
      const location = current().discovery.clusters.find(
        ({ name }) => name === cluster,
      );
      if (!location) {
        throw new Error('The cluster was not found any more.');
      }
      return this.options.watch({
        location,
        signal,
        onChange: what => {
          if (what === 'definitions') {
            this.settle();
          }
          this.gate.changed();
        },
      });
    });
    const before = this.watch;
    this.watch = watch;
    void watch.ended.then(reason => {
      if (this.watch === watch) {
        this.lose(reason ?? 'The watch ended.');
      }
    });
    await before?.close();
    if (!before) {
      await this.options.store.markWatched(this.options);
    }
    if (this.request === 'begun') {
      this.request = 'answered';
    }
    const againMs = watch
      .observation()
      .reads.some(({ state }) => state === 'not-read')
      ? Math.min(notServedAgainMs, relistEveryMs)
      : relistEveryMs;
    clearTimeout(this.relist);
    this.relist = setTimeout(
      () => this.begin(),
      againMs * (0.75 + Math.random() / 2),
    );
    this.gate.changed();
  }

  private async store(): Promise<void> {
    const { store, current, claims, judge, logger, cluster } = this.options;
    const { signal } = this.end;
    const { watch, request } = this;
    if (!watch || signal.aborted) {
      return;
    }
    let claim: ClusterClaim | undefined;
    try {
      const { revision, discovery } = current();
      claim = await claims.take(times =>
        store.claim({
          ...this.options,
          ...times,
          revision,
          answersRequest: request === 'answered',
        }),
      );
      if (!claim) {
        this.later(claimAgainMs, () => this.gate.changed());
        return;
      }
      if (request === 'answered') {
        this.request = undefined;
      }
      const held = claim;
      await claims.work({
        claim,
        signal,
        // Within it, so that the claim is given back whatever fails.
        work: () =>
          judge({
            claim: held,
            discovery,
            observation: watch.observation(),
            signal,
          }),
      });
    } catch (error) {
      if (!signal.aborted) {
        logger.warn(
          `Storing what changed in cluster ${cluster} failed: ${stringifyError(
            error,
          )}`,
          { cluster, ...(claim && { reading: claim.token }) },
        );
        this.later(claimAgainMs, () => this.gate.changed());
      }
    }
  }

  private lose(gap: string): void {
    if (!this.end.signal.aborted) {
      this.end.abort(new Error(gap));
      this.options.onLost(gap);
    }
  }

  /** Definitions come in groups: waits for the last one. */
  private settle(): void {
    if (this.settling) {
      clearTimeout(this.settling);
      this.timers.delete(this.settling);
    }
    this.settling = this.later(definitionsSettleMs, () => this.begin());
  }

  private later(
    milliseconds: number,
    action: () => void,
  ): ReturnType<typeof setTimeout> {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      action();
    }, milliseconds);
    this.timers.add(timer);
    return timer;
  }
}
