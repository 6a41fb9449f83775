import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { ResourceRead } from 'backstage-plugin-aks-traffic-engine';
import { Collector } from '../collect/types';
import { inSeconds } from './inSeconds';

/** From a small cluster nearby to one that runs into its timeout. */
const seconds = inSeconds(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300);

/** What is not there is no gap. */
function isGap({ state }: ResourceRead): boolean {
  return state !== 'complete' && state !== 'not-installed';
}

/**
 * A collector that says how long its work takes and what it brings: `aks_traffic.discovery.duration` and
 * `aks_traffic.reading.duration` in seconds, the latter by coverage, `aks_traffic.objects` and `aks_traffic.gaps`.
 */
export function measuredCollector(options: {
  collector: Collector;
  metrics: MetricsService;
  /** Milliseconds of a clock that is never set back. */
  clock?(): number;
}): Collector {
  const { collector, metrics, clock = () => performance.now() } = options;
  const discoveries = metrics.createHistogram(
    'aks_traffic.discovery.duration',
    {
      description:
        'Time of one look at Azure and the other sources of clusters',
      ...seconds,
    },
  );
  const readings = metrics.createHistogram('aks_traffic.reading.duration', {
    description: 'Time from the begin of waiting for a slot to the last object',
    ...seconds,
  });
  const objects = metrics.createCounter('aks_traffic.objects', {
    description: 'Objects read from clusters',
  });
  const gaps = metrics.createCounter('aks_traffic.gaps', {
    description: 'Kinds that could not be read whole, clusters as one',
  });
  const secondsSince = (begin: number) => (clock() - begin) / 1000;

  return {
    async discover(signal) {
      const begin = clock();
      const discovery = await collector.discover(signal);
      discoveries.record(secondsSince(begin), {
        complete: discovery.complete,
        outdated: discovery.outdated.length > 0,
      });
      return discovery;
    },
    async observe(location, signal, more) {
      const begin = clock();
      const observation = await collector.observe(location, signal, more);
      const { coverage, reads } = observation;
      readings.record(secondsSince(begin), { coverage });
      objects.add(observation.objects.length);
      gaps.add(observation.gaps.length + reads.filter(isGap).length);
      return observation;
    },
  };
}
