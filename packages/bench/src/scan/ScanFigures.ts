import { median } from '../measure/medianCpu';
import { startClock } from '../measure/startClock';

/** What it takes to read one cluster, in a process of its own. */
export interface ScanFigures {
  objects: number;
  /** Milliseconds of CPU, as the median of several turns. */
  cpuMs: number;
  /** Highest resident memory of the process, in megabytes. */
  peakMb: number;
}

/** Turns before the measured ones, for code to be compiled and buffers to get their size. */
const warmups = 3;

/** Measures a way to read a cluster; it returns the number of objects. */
export async function measureScan(
  runs: number,
  scan: () => Promise<number>,
): Promise<ScanFigures> {
  const times: number[] = [];
  let objects = 0;
  for (let turn = -warmups; turn < runs; turn += 1) {
    const cpu = startClock('cpu');
    objects = await scan();
    if (turn >= 0) {
      times.push(cpu());
    }
  }
  return {
    objects,
    cpuMs: median(times),
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
}
