import { Readable } from 'node:stream';

/** One GET: address, credentials and limits are the reader's own. */
export interface GetOptions {
  /** Path below the server's address, starting with a slash, without a query. */
  path: string;
  query?: Record<string, string>;
  accept?: string;
  /** What is read, for messages: `ingresses.networking.k8s.io` or `the list of APIs`. */
  resource: string;
}

/** Reads JSON objects from one cluster's API server. */
export interface ApiReader {
  readonly cluster: string;
  /** @throws KubernetesApiError */
  get(request: GetOptions): Promise<Record<string, unknown>>;
}

/** An answer that has no end, while it comes. */
export interface ApiStream {
  /** Uncompressed; what breaks it off later is an error of the stream. */
  body: Readable;
  /** What was sent for it, which the server may repeat; absent where a certificate was shown. */
  token: string | undefined;
}

/** Listens to answers of one cluster's API server that have no end. */
export interface ApiStreamer {
  readonly cluster: string;
  /**
   * Opens an answer; nothing is repeated but for a token that the server refused.
   *
   * @param signal - ends the answer too.
   * @throws KubernetesApiError when the server does not begin to answer with 200.
   */
  stream(request: GetOptions, signal: AbortSignal): Promise<ApiStream>;
}
