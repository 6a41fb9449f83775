/** What a fault does to the requests it matches. */
export type FaultEffect =
  /** Closes the connection without an answer. */
  | { kind: 'refuse' }
  /** Accepts the request and never answers. */
  | { kind: 'hang' }
  /** Answers after this many milliseconds. */
  | { kind: 'slow'; delayMs: number }
  /** Sends this part (0 to 1) of the correct body, then closes the connection. */
  | { kind: 'cut'; fraction: number }
  /** Answers 200 with a proxy's HTML page. */
  | { kind: 'html' }
  | { kind: 'unauthorized' }
  | { kind: 'forbidden' }
  | { kind: 'server-error'; status: number }
  /** Answers list pages after the first with 410 and a fresh continue token. */
  | { kind: 'expired-continue' }
  /** Answers 429; without `retryAfterSeconds` there is no Retry-After header. */
  | { kind: 'throttled'; retryAfterSeconds?: number }
  /** Tokens issued while it is on expire after this many seconds. */
  | { kind: 'short-tokens'; lifetimeSeconds: number }
  /** Shifts the server's clock (token times, `date` header) by this many seconds. */
  | { kind: 'clock-skew'; seconds: number };

/** A switched-on fault: an effect and the requests it applies to. */
export interface Fault {
  id: string;
  /** Which server: `entra`, `arm`, `resource-graph`, or a cluster by name; `*` for every cluster. */
  target: string;
  /**
   * Plural resource the request must be for; absent for all. On the Azure side the operation's name, as the counters
   * have it: `token`, `managedClusters`, `listClusterUserCredential`, `resources`, …
   */
  resource?: string;
  /** How many matching requests it applies to before it switches itself off; absent for no limit. */
  times?: number;
  effect: FaultEffect;
}
