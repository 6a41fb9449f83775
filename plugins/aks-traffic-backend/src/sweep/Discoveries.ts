import { Collector, Discovery } from '../collect/types';
import { TrafficStore } from '../store/types';

/**
 * The discovery that this replica reads clusters with.
 *
 * How to sign in to a cluster cannot be shared through a database, so each replica looks for itself, once for each
 * discovery that any replica has recorded.
 */
export class Discoveries {
  private latest?: { revision: string; discovery: Discovery };
  private pending?: { revision: string; discovery: Promise<Discovery> };

  constructor(
    private readonly options: { collector: Collector; store: TrafficStore },
  ) {}

  /** Remembers what this replica found and recorded itself. */
  remember(revision: string, discovery: Discovery): void {
    this.latest = { revision, discovery };
  }

  /**
   * Returns a discovery at least as new as the recorded one, `undefined` before there is one.
   *
   * @throws when the signal is aborted
   */
  async current(
    signal: AbortSignal,
  ): Promise<{ revision: string; discovery: Discovery } | undefined> {
    const recorded = await this.options.store.readDiscovery();
    if (!recorded) {
      return undefined;
    }
    const { revision } = recorded;
    if (this.latest?.revision === revision) {
      return this.latest;
    }
    // All readers of this replica wait for one look. It dies with the signal of the first of them; the others then
    // fail with it and look again when they run next.
    if (this.pending?.revision !== revision) {
      this.pending = {
        revision,
        discovery: this.options.collector.discover(signal),
      };
    }
    const { pending } = this;
    try {
      const discovery = await pending.discovery;
      // A look for a later revision may have begun, or ended, meanwhile.
      if (this.pending === pending) {
        this.remember(revision, discovery);
      }
      return { revision, discovery };
    } finally {
      if (this.pending === pending) {
        this.pending = undefined;
      }
    }
  }
}
