import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Each run begins with a clean heap: what the one before left behind is not its cost. */
const collectGarbage = (() => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
})();

/** Turns before the measured ones, for the compiler to settle: what is measured is a process that runs for long. */
const warmups = 3;

/**
 * CPU time of each work once, in milliseconds, as the median of several runs: all threads of the process, so that
 * garbage collection and compilation are part of it.
 *
 * The works take turns, so that whatever else the machine does weighs on all of them alike and their ratios hold.
 */
export function medianCpu<Name extends string>(options: {
  runs: number;
  /** How often a run does the work: short work is lost in the noise otherwise. */
  repetitions: number;
  works: Record<Name, () => void>;
}): Record<Name, number> {
  const { runs, repetitions, works } = options;
  const names = Object.keys(works) as Name[];
  const times = new Map<Name, number[]>(names.map(name => [name, []]));
  for (let run = -warmups; run < runs; run += 1) {
    for (const name of names) {
      const time = cpuOf(works[name], repetitions);
      if (run >= 0) {
        times.get(name)?.push(time);
      }
    }
  }
  return Object.fromEntries(
    names.map(name => [name, median(times.get(name) ?? [])]),
  ) as Record<Name, number>;
}

function cpuOf(work: () => void, repetitions: number): number {
  collectGarbage();
  // Compiled code does not outlive the last object of a kind that it was made for: without this, a process that
  // collects garbage for a benchmark would measure how it compiles its code anew.
  work();
  const start = process.cpuUsage();
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    work();
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / repetitions;
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? sorted[Math.floor(middle)]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
