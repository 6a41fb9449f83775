/**
 * Bounds on what the reading of one cluster may cost, in time, memory and load on its API server.
 *
 * @public
 */
export interface ReadLimits {
  /** Milliseconds one request may take, connection and body included. */
  requestTimeoutMs: number;
  /** Milliseconds the reading of one cluster may take as a whole; what is not read by then is a gap. */
  clusterTimeoutMs: number;
  /** Requests sent to one API server at a time, and connections kept to it. */
  concurrency: number;
  /** Objects asked for per page. */
  pageSize: number;
  /** Bytes one answer may have, after decompression. */
  maxResponseBytes: number;
  /** Pages read of one resource; a server that never stops sending pages is left after these. */
  maxPages: number;
  /** Times one request is sent before its failure counts. */
  maxAttempts: number;
  /** Milliseconds waited at most before a request is repeated, whatever Retry-After asks for. */
  maxRetryDelayMs: number;
}

/**
 * Bounds that suit an API server of usual size.
 *
 * @public
 */
export const defaultReadLimits: ReadLimits = {
  requestTimeoutMs: 15_000,
  clusterTimeoutMs: 90_000,
  concurrency: 4,
  pageSize: 500,
  maxResponseBytes: 64 * 1024 * 1024,
  maxPages: 1_000,
  maxAttempts: 4,
  maxRetryDelayMs: 10_000,
};
