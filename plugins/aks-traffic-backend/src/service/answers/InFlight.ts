/** Lets everybody who asks for the same thing at the same time have what the first one asked for. */
export class InFlight<T> {
  private readonly running = new Map<string, Promise<T>>();

  async share(key: string, start: () => Promise<T>): Promise<T> {
    const running = this.running.get(key);
    if (running) {
      return running;
    }
    const started = start().finally(() => this.running.delete(key));
    this.running.set(key, started);
    return started;
  }
}
