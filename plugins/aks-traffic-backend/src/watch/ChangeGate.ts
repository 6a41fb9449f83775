/** Changes come in groups: work begins when there has been none for this long, in milliseconds. */
const quietMs = 500;

/** And no later than this after the first of them. */
const longestMs = 2_000;

/** Work rests for this many times as long as it took, so that a busy cluster cannot take all of a processor. */
const restFactor = 4;

/** However long the work takes, it does not rest for longer. */
const longestRestMs = 60_000;

/** Does the same work once for many changes. Changes that come while it is being done have it done again. */
export class ChangeGate {
  private firstAt?: number;
  private lastAt = 0;
  private restUntil = 0;
  private running?: Promise<void>;
  private timer?: ReturnType<typeof setTimeout>;
  private closed = false;

  /** @param run - must not reject. */
  constructor(private readonly run: () => Promise<void>) {}

  changed(): void {
    if (this.closed) {
      return;
    }
    this.lastAt = performance.now();
    this.firstAt ??= this.lastAt;
    if (!this.running) {
      this.schedule(this.firstAt);
    }
  }

  /** Waits for work that is being done, and has none done any more. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(firstAt: number): void {
    clearTimeout(this.timer);
    const at = Math.max(
      Math.min(this.lastAt + quietMs, firstAt + longestMs),
      this.restUntil,
    );
    this.timer = setTimeout(() => {
      this.running = this.work();
    }, Math.max(0, at - performance.now()));
  }

  private async work(): Promise<void> {
    this.firstAt = undefined;
    const began = performance.now();
    await this.run();
    const ended = performance.now();
    this.restUntil =
      ended + Math.min(restFactor * (ended - began), longestRestMs);
    this.running = undefined;
    if (this.firstAt !== undefined && !this.closed) {
      this.schedule(this.firstAt);
    }
  }
}
