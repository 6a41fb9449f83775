import type { EchoEncoding } from '../http';

/** What a fault does to the requests it matches. */
export type FaultEffect =
  /** Closes the connection without an answer. */
  | { kind: 'refuse' }
  /** Accepts the request and never answers. */
  | { kind: 'hang' }
  /** Lets no connection be made: the client's first packet gets no answer. Connections there are are dropped. */
  | { kind: 'hang-at-connect' }
  /** Accepts connections and says nothing, not even to a TLS greeting. Connections there are are dropped. */
  | { kind: 'hang-in-handshake' }
  /** Answers after this many milliseconds. */
  | { kind: 'slow'; delayMs: number }
  /** Sends this part (0 to 1) of the correct body, then closes the connection. */
  | { kind: 'cut'; fraction: number }
  /** Sends this part (0 to 1) of the correct body, then nothing more, and leaves the connection open. */
  | { kind: 'stall'; fraction: number }
  /** Answers 200 with a proxy's HTML page. */
  | { kind: 'html' }
  /** Answers 200 with JSON that has nothing to do with the request. */
  | { kind: 'nonsense' }
  /** Answers 500, or another status, with everything it was sent, headers and body, as a proxy for debugging does. */
  | { kind: 'echo'; status?: number; encoding?: EchoEncoding }
  /** Answers 302 with this address. */
  | { kind: 'redirect'; location: string }
  /** Sends the right body with bytes in its names that are not UTF-8. */
  | { kind: 'garbled' }
  /** Sends the right body with every occurrence of one text replaced by another. */
  | { kind: 'rewrite'; text: string; by: string }
  /** Clusters: answers 404 as for a path that does not exist. */
  | { kind: 'not-found' }
  /** Resource Graph: leaves out the rows whose id begins with this, as for an identity that may not read them. */
  | { kind: 'hidden'; id: string }
  /** Resource Graph: sends half of the rows and says that the result was cut off. */
  | { kind: 'truncated' }
  /** Resource Graph: sends half of the rows and forgets the token of the next page. */
  | { kind: 'lost-skip-token' }
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
  /**
   * Which server: `entra`, `arm`, `resource-graph`, or a cluster by name; `*` for every cluster. What happens to
   * connections happens to all of `azure`: the three have one address.
   */
  target: string;
  /**
   * Plural resource the request must be for; absent for all. On the Azure side the operation's name, as the counters
   * have it: `token`, `managedClusters`, `listClusterUserCredential`, `resources`, …
   */
  resource?: string;
  /** Clusters: the verb the request must have, such as `watch`; absent for all. */
  verb?: string;
  /** How many matching requests it applies to before it switches itself off; absent for no limit. */
  times?: number;
  effect: FaultEffect;
}
