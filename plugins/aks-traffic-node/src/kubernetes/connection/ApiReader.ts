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
