import { Clock } from '../../http';

/** How many queries an identity may send in a window of time. */
export interface QuotaSettings {
  queries: number;
  windowSeconds: number;
}

/** What Resource Graph's documentation gives as an example, and what it was seen to do. */
export const DOCUMENTED_QUOTA: QuotaSettings = {
  queries: 15,
  windowSeconds: 5,
};

export interface QuotaDecision {
  allowed: boolean;
  /** To be sent with every answer. */
  headers: Record<string, string>;
}

interface Window {
  endsAt: number;
  used: number;
}

/** Counts the queries of each identity in windows that begin with its first query. */
export class QueryQuota {
  readonly #windows = new Map<string, Window>();

  constructor(
    private readonly clock: Clock,
    private readonly settings: QuotaSettings,
  ) {}

  take(clientId: string): QuotaDecision {
    const { queries, windowSeconds } = this.settings;
    const now = this.clock.now().getTime();
    let window = this.#windows.get(clientId);
    if (!window || window.endsAt <= now) {
      window = { endsAt: now + windowSeconds * 1000, used: 0 };
      this.#windows.set(clientId, window);
    }
    const allowed = window.used < queries;
    window.used += allowed ? 1 : 0;
    const secondsLeft = Math.ceil((window.endsAt - now) / 1000);
    return {
      allowed,
      headers: {
        'x-ms-user-quota-remaining': String(
          Number.isFinite(queries) ? queries - window.used : 1000,
        ),
        'x-ms-user-quota-resets-after': formatDuration(secondsLeft),
      },
    };
  }
}

/** `hh:mm:ss` */
function formatDuration(seconds: number): string {
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map(part => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
}
