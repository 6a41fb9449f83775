/** How often something was asked for. */
export interface RequestCount {
  target: string;
  resource: string;
  count: number;
}

/** Counts what the servers were asked for, so that a test can prove that nothing was. */
export class RequestCounters {
  readonly #counts = new Map<string, Map<string, number>>();

  /** `resource` is a plural Kubernetes resource, or the operation's name on the Azure side. */
  count(target: string, resource: string): void {
    const ofTarget = this.#counts.get(target) ?? new Map<string, number>();
    ofTarget.set(resource, (ofTarget.get(resource) ?? 0) + 1);
    this.#counts.set(target, ofTarget);
  }

  list(): RequestCount[] {
    return [...this.#counts].flatMap(([target, ofTarget]) =>
      [...ofTarget].map(([resource, count]) => ({ target, resource, count })),
    );
  }

  clear(): void {
    this.#counts.clear();
  }
}
