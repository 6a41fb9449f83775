/** Lets everybody who asks for the same thing at the same time have what the first one asked for. */
export class InFlight<T> {
  private readonly running = new Map<string, Promise<T>>();

  async share(key: string, start: () => Promise<T>): Promise<T> {
    return this.shareFor(key, start, async value => value);
  }

  /** The same, for everybody who asks until the first one has done something with it. */
  async shareFor<Result>(
    key: string,
    start: () => Promise<T>,
    use: (value: T) => Promise<Result>,
  ): Promise<Result> {
    const running = this.running.get(key);
    if (running) {
      return use(await running);
    }
    const started = start();
    this.running.set(key, started);
    try {
      return await use(await started);
    } finally {
      this.running.delete(key);
    }
  }
}
