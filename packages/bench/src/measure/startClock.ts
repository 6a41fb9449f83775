/** Time that passes, or time the process has the CPU: its own work alone, however busy the machine is. */
export type Clock = 'wall' | 'cpu';

/** Begins to measure; what it returns tells the milliseconds since. */
export function startClock(clock: Clock): () => number {
  if (clock === 'wall') {
    const start = performance.now();
    return () => performance.now() - start;
  }
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}
