import { ClusterClaims } from '../claims/clusterClaims';
import { Discovery } from '../collect/types';
import { ClusterClaim, SweepResult, TrafficStore } from '../store/types';
import { ClusterReader } from './ClusterReader';
import { Discoveries } from './Discoveries';

/** How often a run that is waiting for readings looks for clusters that somebody asked for meanwhile. */
const lookAgainMs = 2000;

/** Reads the due clusters of one shard until none is left. */
export class ShardTask {
  constructor(
    private readonly options: {
      shard: { index: number; count: number };
      store: TrafficStore;
      discoveries: Discoveries;
      reader: Pick<ClusterReader, 'read'>;
      /**
       * Most clusters in hand that answered the last time. The collector lets clusters that did not answer wait for
       * each other, so they are not counted: however many there are, they must not keep the others from being read.
       */
      window: number;
      claims: ClusterClaims;
      /** No reading begins later than this after the begin of a run, in milliseconds. */
      beginWithinMs: number;
      clock(): Date;
      /** Told of a sweep that ended with this run. */
      onSweepEnded?(result: SweepResult): void;
    },
  ) {}

  /** @throws the first error of the store; whatever is wrong with a cluster is stored as a gap. */
  async run(signal: AbortSignal): Promise<void> {
    const { claims, reader, window, beginWithinMs, clock } = this.options;
    const lastBegin = clock().getTime() + beginWithinMs;
    const errors: unknown[] = [];
    let wake = () => {};
    let running = 0;
    let answering = 0;

    const read = async (claim: ClusterClaim, discovery: Discovery) => {
      const weight = claim.failureGaps.length > 0 ? 0 : 1;
      running += 1;
      answering += weight;
      try {
        await claims.work({
          claim,
          signal,
          work: () => reader.read({ claim, discovery, signal }),
        });
      } catch (error) {
        errors.push(error);
      } finally {
        running -= 1;
        answering -= weight;
        wake();
      }
    };
    const nextEvent = () =>
      new Promise<void>(resolve => {
        wake = resolve;
      });

    const timer = setInterval(() => wake(), lookAgainMs);
    try {
      while (!signal.aborted && errors.length === 0) {
        const mayBegin = answering < window && clock().getTime() < lastBegin;
        const next = mayBegin ? await this.claimNext(signal) : undefined;
        if (next) {
          void read(next.claim, next.discovery);
        } else if (running > 0) {
          await nextEvent();
        } else {
          break;
        }
      }
    } catch (error) {
      errors.push(error);
    }
    while (running > 0) {
      await nextEvent();
    }
    clearInterval(timer);
    if (errors.length > 0 && !signal.aborted) {
      throw errors[0];
    }
    if (!signal.aborted) {
      await this.endSweep();
    }
  }

  private async endSweep(): Promise<void> {
    const { store, claims, onSweepEnded } = this.options;
    const result = await store.endSweep({ now: await claims.now() });
    if (result) {
      onSweepEnded?.(result);
    }
  }

  private async claimNext(
    signal: AbortSignal,
  ): Promise<{ claim: ClusterClaim; discovery: Discovery } | undefined> {
    const { store, claims, discoveries, shard } = this.options;
    const current = await discoveries.current(signal);
    if (!current) {
      return undefined;
    }
    const { revision } = current;
    const claim = await claims.take(times =>
      store.claimNext({ ...times, shard, revision }),
    );
    return claim && { claim, discovery: current.discovery };
  }
}
