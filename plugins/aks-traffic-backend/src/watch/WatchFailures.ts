/** A watch that lasted this long, in milliseconds, was none of those that fail again and again. */
const goodAfterMs = 10 * 60_000;

/** Remembers which clusters could not be watched, how often in a row and why. */
export class WatchFailures {
  private readonly failures = new Map<string, { count: number; gap: string }>();

  /**
   * Remembers that a watch ended.
   *
   * @returns how many ended in a row before, and whether it is something new that it ended for this reason.
   */
  add(options: { cluster: string; gap: string; lastedMs: number }): {
    before: number;
    isNews: boolean;
  } {
    const { cluster, gap, lastedMs } = options;
    const known =
      lastedMs > goodAfterMs ? undefined : this.failures.get(cluster);
    const before = known?.count ?? 0;
    this.failures.set(cluster, { count: before + 1, gap });
    return { before, isNews: known?.gap !== gap };
  }

  /** Forgets clusters that are gone. */
  forgetAllBut(clusters: ReadonlySet<string>): void {
    for (const cluster of this.failures.keys()) {
      if (!clusters.has(cluster)) {
        this.failures.delete(cluster);
      }
    }
  }
}
