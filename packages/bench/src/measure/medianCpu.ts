import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Each run begins with a clean heap: what the one before left behind is not its cost. */
const collectGarbage = (() => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
})();

/**
 * CPU time of the work once, in milliseconds, as the median of several runs: all threads of the process, so that
 * garbage collection and compilation are part of it. One run goes before them, for the compiler to settle.
 */
export function medianCpu(options: {
  runs: number;
  /** How often a run does the work: short work is lost in the noise otherwise. */
  repetitions: number;
  work: () => void;
}): number {
  const { runs, repetitions, work } = options;
  const times: number[] = [];
  for (let run = -1; run < runs; run += 1) {
    collectGarbage();
    const start = process.cpuUsage();
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      work();
    }
    const { user, system } = process.cpuUsage(start);
    if (run >= 0) {
      times.push((user + system) / 1000 / repetitions);
    }
  }
  return median(times);
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? sorted[Math.floor(middle)]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
