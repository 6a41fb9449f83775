/** The right to look for clusters, and to record what was found. */
export interface LookClaim {
  /** Proves the right; once the claim has lapsed and somebody else looks, it opens nothing any more. */
  token: string;
}

/** Has one replica at a time look for clusters, which begins a sweep. */
export interface LookStore {
  /** Asks for a look, by whichever replica takes it first. One that is under way does not answer it. */
  request(options: { now: Date }): Promise<void>;
  /** The time as the database has it: claims begin and lapse by it, whatever the clocks of replicas say. */
  readTime(): Promise<Date>;
  /**
   * Takes a look that was asked for, or, once more, one whose claim lapsed without an outcome.
   *
   * @returns undefined while somebody else looks, and when there is none to take.
   */
  claim(options: { now: Date; until: Date }): Promise<LookClaim | undefined>;
  /** Says that the holders of claims live: they lapse at a later time. */
  extend(options: { tokens: readonly string[]; until: Date }): Promise<void>;
  /** Gives a look back, so that another replica can take it at once. */
  release(options: { token: string; now: Date }): Promise<void>;
}
