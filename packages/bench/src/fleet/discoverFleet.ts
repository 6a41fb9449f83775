import { startClock } from '../measure/startClock';
import { createCollector } from './createCollector';
import { startSimulator } from './startSimulator';

/** Resource Graph lets an identity ask this often in five seconds. */
const documentedQuota = 15;

/** What a look at Azure took. */
export interface DiscoverFigures {
  clusters: number;
  rows: number;
  /** Milliseconds. */
  timeMs: number;
  /** Milliseconds of CPU of the process that looks. */
  cpuMs: number;
  queries: number;
  throttled: number;
  /** Other requests to Azure: tokens, and what tells where a cluster is. */
  others: number;
  gaps: number;
}

/** Looks at a fleet in Azure twice: at first, and again as it happens every few minutes. */
export async function discoverFleet(options: {
  clusters: number;
}): Promise<DiscoverFigures[]> {
  const fleet = await startSimulator({
    clusters: options.clusters,
    services: 1,
    queryQuota: documentedQuota,
  });
  try {
    const collector = createCollector(fleet);
    const looks: DiscoverFigures[] = [];
    for (let look = 0; look < 2; look += 1) {
      await fleet.control('DELETE', '/requests');
      const [wall, cpu] = [startClock('wall'), startClock('cpu')];
      const found = await collector.discover(new AbortController().signal);
      const [timeMs, cpuMs] = [wall(), cpu()];
      const requests = await fleet.requests();
      const count = (isCounted: (target: string, verb: string) => boolean) =>
        requests
          .filter(({ target, verb }) => isCounted(target, verb))
          .reduce((sum, request) => sum + request.count, 0);
      looks.push({
        clusters: found.clusters.length,
        rows: found.estate.rows.length,
        timeMs,
        cpuMs,
        queries: count(
          (target, verb) => target === 'resource-graph' && verb === 'post',
        ),
        throttled: count(
          (target, verb) => target === 'resource-graph' && verb === 'throttled',
        ),
        others: count(target => target === 'arm' || target === 'entra'),
        gaps: found.gaps.length + found.estate.gaps.length,
      });
    }
    return looks;
  } finally {
    await fleet.stop();
  }
}
