/** How often something was asked for. */
export interface RequestCount {
  /** `entra`, `arm`, `resource-graph`, or a cluster's name. */
  target: string;
  /** A plural Kubernetes resource, or the operation's name on the Azure side. */
  resource: string;
  /**
   * `list`, `get`, `watch`, …; on the Azure side the HTTP method in lower case, and `throttled` for those of the
   * requests that were answered with 429; everywhere `echoed` for those that were answered with what they carried.
   */
  verb: string;
  count: number;
}

/** Counts what the servers were asked for, so that a test can prove that nothing was. */
export class RequestCounters {
  readonly #counts = new Map<string, RequestCount>();

  count(target: string, resource: string, verb: string): void {
    const key = JSON.stringify([target, resource, verb]);
    const known = this.#counts.get(key);
    if (known) {
      known.count += 1;
    } else {
      this.#counts.set(key, { target, resource, verb, count: 1 });
    }
  }

  list(): RequestCount[] {
    return [...this.#counts.values()].map(count => ({ ...count }));
  }

  clear(): void {
    this.#counts.clear();
  }
}
