/**
 * Keeps requests within a quota that the server tells of with every answer: once nothing is left of it, the next
 * request waits until it is filled up again, instead of being turned away.
 */
export class QuotaPacer {
  private remaining = Number.POSITIVE_INFINITY;
  private resetsAt = 0;

  constructor(private readonly now: () => number) {}

  /** Counts a request that is about to be sent; returns how many milliseconds it has to wait first. */
  take(): number {
    const wait = this.resetsAt - this.now();
    if (wait <= 0) {
      this.remaining = Number.POSITIVE_INFINITY;
      return 0;
    }
    this.remaining--;
    return this.remaining < 0 ? wait : 0;
  }

  /**
   * Learns from an answer.
   *
   * @param remaining - value of `x-ms-user-quota-remaining`.
   * @param resetsAfter - value of `x-ms-user-quota-resets-after`, hh:mm:ss.
   */
  learn(remaining: string | undefined, resetsAfter: string | undefined): void {
    const left = Number(remaining?.trim() || Number.NaN);
    const resetMs = parseClock(resetsAfter);
    if (Number.isFinite(left) && resetMs !== undefined) {
      this.remaining = left;
      this.resetsAt = this.now() + resetMs;
    }
  }
}

/** Reads hh:mm:ss as milliseconds. */
export function parseClock(text: string | undefined): number | undefined {
  const match = /^\s*(\d{1,2}):(\d{2}):(\d{2})(\.\d+)?\s*$/.exec(text ?? '');
  return match
    ? ((Number(match[1]) * 60 + Number(match[2])) * 60 + Number(match[3])) *
        1000
    : undefined;
}
