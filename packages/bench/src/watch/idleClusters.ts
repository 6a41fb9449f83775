import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { watchCluster, WatchMeter } from 'backstage-plugin-aks-traffic-node';
import { createCollector } from '../fleet/createCollector';
import { startSimulator } from '../fleet/startSimulator';
import { countReceived } from '../measure/countReceived';
import { startClock } from '../measure/startClock';

/** What a fleet in which nothing happens costs, for each cluster. */
export interface IdleFigures {
  /** Objects held in memory. */
  objects: number;
  /** Kilobytes of memory that stay in use. */
  heldKb: number;
  streams: number;
  /** Bookmarks in an hour. */
  events: number;
  /** Milliseconds of CPU in an hour. */
  watchCpuMs: number;
  /** Milliseconds of CPU of one reading, verdicts and store left out. */
  readCpuMs: number;
  /** Requests of one reading. */
  readRequests: number;
  /** Kilobytes received in an hour, bookmarks above all. */
  watchReceivedKb: number;
  /** Kilobytes received for one reading, compressed as they come. */
  readReceivedKb: number;
}

const hourMs = 60 * 60 * 1000;

/** Reads a fleet in turn once, then watches it for a while without anything happening. */
export async function idleClusters(options: {
  clusters: number;
  services: number;
  seconds: number;
}): Promise<IdleFigures> {
  const { clusters, services, seconds } = options;
  const collectGarbage = exposeGarbageCollection();
  const fleet = await startSimulator({ clusters, services });
  try {
    const { signal } = new AbortController();
    const received = countReceived();
    const collector = createCollector(fleet);
    const found = await collector.discover(signal);
    const readAll = async () => {
      for (const location of found.clusters) {
        await collector.observe(location, signal);
      }
    };
    // Until code is compiled and tokens are there.
    await readAll();
    await fleet.control('DELETE', '/requests');
    const readCpu = startClock('cpu');
    const beforeReading = received();
    await readAll();
    const readCpuMs = readCpu();
    const readBytes = received() - beforeReading;
    const requests = (await fleet.requests()).filter(({ target }) =>
      found.clusters.some(({ name }) => name === target),
    );

    const before = collectGarbage();
    const counts = { events: 0, streams: 0 };
    const meter: WatchMeter = {
      streams: change => {
        counts.streams += change;
      },
      event: () => {
        counts.events += 1;
      },
      restart: () => {},
      relist: () => {},
    };
    const watches = [];
    for (const cluster of found.clusters) {
      const location = await collector.locate(cluster, signal);
      watches.push(
        await watchCluster({ location, signal, onChange: () => {}, meter }),
      );
    }
    const after = collectGarbage();
    counts.events = 0;
    const wall = startClock('wall');
    const cpu = startClock('cpu');
    const beforeWatching = received();
    await sleep(seconds * 1000);
    const perHour = hourMs / wall() / clusters;
    return {
      objects:
        watches.reduce((sum, watch) => sum + watch.objects(), 0) / clusters,
      heldKb: (after - before) / 1024 / clusters,
      streams: counts.streams / clusters,
      events: counts.events * perHour,
      watchCpuMs: cpu() * perHour,
      readCpuMs: readCpuMs / clusters,
      readRequests:
        requests.reduce((sum, { count }) => sum + count, 0) / clusters,
      watchReceivedKb: ((received() - beforeWatching) / 1024) * perHour,
      readReceivedKb: readBytes / 1024 / clusters,
    };
  } finally {
    await fleet.stop();
  }
}

/** Memory in use after everything that is not needed was let go of, in bytes. */
function exposeGarbageCollection(): () => number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  return () => {
    collect();
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
}
