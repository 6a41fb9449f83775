/**
 * Why a request to an API server failed, as far as the answer to it differs.
 */
export type KubernetesFailure =
  /** No connection: refused, no such host, reset, no route. */
  | 'unreachable'
  /** The connection broke before the answer was whole. */
  | 'cut-off'
  /** The server's certificate is not trusted. */
  | 'untrusted'
  | 'timeout'
  /** There is no token to send. */
  | 'no-token'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  /** The continue token of a paged list is too old. */
  | 'expired'
  | 'throttled'
  /** The server wants to send the reader, and its token, somewhere else. */
  | 'redirected'
  | 'server-error'
  /** Any other status that is not 200. */
  | 'refused'
  | 'not-json'
  | 'wrong-shape'
  | 'too-large';

/**
 * A request to one cluster's API server that failed. The message is one sentence for people, without the cluster.
 */
export class KubernetesApiError extends Error {
  override readonly name = 'KubernetesApiError';
  readonly cluster: string;
  readonly failure: KubernetesFailure;
  /** What was asked for, such as `ingresses.networking.k8s.io`. */
  readonly resource: string;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** Whether a backend of Backstage answered, and not an API server through it. */
  readonly byBackstage: boolean;
  /** Milliseconds the server asked to be left alone for. */
  readonly retryAfterMs?: number;
  /** Token that continues an expired list at a newer version. */
  readonly freshContinue?: string;

  constructor(options: {
    message: string;
    cluster: string;
    resource: string;
    failure: KubernetesFailure;
    status?: number;
    byBackstage?: boolean;
    retryAfterMs?: number;
    freshContinue?: string;
    cause?: unknown;
  }) {
    super(options.message, { cause: options.cause });
    this.cluster = options.cluster;
    this.resource = options.resource;
    this.failure = options.failure;
    this.status = options.status;
    this.byBackstage = options.byBackstage ?? false;
    this.retryAfterMs = options.retryAfterMs;
    this.freshContinue = options.freshContinue;
  }
}
