/** From when until when something is claimed, for a store to write. */
export interface ClaimTimes {
  now: Date;
  /** When the claim lapses, unless its holder says that it lives. */
  until: Date;
}

/**
 * Holds claims on rows of the database: says that their holder lives for as long as it works on them, and gives them
 * back when it has to stop. Whatever is claimed in this way is taken up by another replica soon after its holder died.
 */
export class ClaimKeeper<Claim extends { token: string }> {
  private readonly held = new Set<string>();
  private heartbeat?: ReturnType<typeof setInterval>;

  constructor(
    private readonly options: {
      /** How long a claim outlives its holder, in milliseconds; it is renewed three times in that time. */
      claimForMs: number;
      /** Moves the end of claims on; those that somebody else has by now are left alone. */
      extend(options: {
        tokens: readonly string[];
        until: Date;
      }): Promise<void>;
      /** Gives something back undone; what somebody else has by now, or was done, is left alone. */
      release(options: { claim: Claim; now: Date }): Promise<void>;
      /** Everybody who claims goes by the same one. */
      clock(): Date | Promise<Date>;
    },
  ) {}

  /** The time by which claims lapse. */
  async now(): Promise<Date> {
    return this.options.clock();
  }

  /**
   * Claims something, which is renewed from now until {@link ClaimKeeper.work} has ended with it.
   *
   * @param claim - writes the claim; `undefined` when there is nothing to be had.
   */
  async take(
    claim: (times: ClaimTimes) => Promise<Claim | undefined>,
  ): Promise<Claim | undefined> {
    const now = await this.now();
    const taken = await claim({ now, until: this.end(now) });
    if (taken) {
      this.held.add(taken.token);
      this.heartbeat ??= setInterval(
        () => void this.beat(),
        this.options.claimForMs / 3,
      );
    }
    return taken;
  }

  /**
   * Does what something was claimed for, which ends the claim in the database. One that is left there, because of an
   * error, lapses.
   *
   * @throws what the work throws, after the claim was given back if the signal is aborted by then.
   */
  async work<Value>(options: {
    claim: Claim;
    signal: AbortSignal;
    work: () => Promise<Value>;
  }): Promise<Value> {
    const { claim, signal, work } = options;
    try {
      return await work();
    } finally {
      this.held.delete(claim.token);
      if (this.held.size === 0) {
        clearInterval(this.heartbeat);
        this.heartbeat = undefined;
      }
      if (signal.aborted) {
        await this.giveBack(claim);
      }
    }
  }

  private async beat(): Promise<void> {
    const { extend } = this.options;
    try {
      const until = this.end(await this.now());
      await extend({ tokens: [...this.held], until });
    } catch {
      // The next beat comes before the claims lapse; a database that stays away is told by whoever writes to it.
    }
  }

  private async giveBack(claim: Claim): Promise<void> {
    const { release } = this.options;
    try {
      await release({ claim, now: await this.now() });
    } catch {
      // It lapses.
    }
  }

  private end(now: Date): Date {
    return new Date(now.getTime() + this.options.claimForMs);
  }
}
