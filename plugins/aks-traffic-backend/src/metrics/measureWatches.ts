import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { WatchMeter } from 'backstage-plugin-aks-traffic-node';

/**
 * Says how much this replica watches: `aks_traffic.watch.clusters`, `aks_traffic.watch.objects` and
 * `aks_traffic.watch.over_limit`, the clusters that nobody may watch because of the limit.
 */
export function measureWatches(options: {
  metrics: MetricsService;
  counts(): { clusters: number; objects: number; overLimit: number };
}): void {
  const { metrics, counts } = options;
  metrics
    .createObservableGauge('aks_traffic.watch.clusters', {
      description: 'Clusters that this replica watches',
    })
    .addCallback(result => result.observe(counts().clusters));
  metrics
    .createObservableGauge('aks_traffic.watch.objects', {
      description: 'Objects held in memory of watched clusters',
    })
    .addCallback(result => result.observe(counts().objects));
  metrics
    .createObservableGauge('aks_traffic.watch.over_limit', {
      description: 'Clusters that are not watched because of the limit',
    })
    .addCallback(result => result.observe(counts().overLimit));
}

/**
 * A meter that says what watches do: `aks_traffic.watch.streams` (open now), and the counters
 * `aks_traffic.watch.events`, `aks_traffic.watch.restarts` and `aks_traffic.watch.relists`.
 */
export function createWatchMeter(metrics: MetricsService): WatchMeter {
  const streams = metrics.createUpDownCounter('aks_traffic.watch.streams', {
    description: 'Streams open now',
  });
  const events = metrics.createCounter('aks_traffic.watch.events', {
    description: 'Events of API servers, bookmarks included',
  });
  const restarts = metrics.createCounter('aks_traffic.watch.restarts', {
    description: 'Streams that broke and were opened again',
  });
  const relists = metrics.createCounter('aks_traffic.watch.relists', {
    description: 'Kinds listed anew because there was nowhere to go on from',
  });
  // What has not happened yet is 0 and not missing, so that an alert can tell a first time.
  for (const instrument of [streams, events, restarts, relists]) {
    instrument.add(0);
  }
  return {
    streams: change => streams.add(change),
    event: () => events.add(1),
    restart: () => restarts.add(1),
    relist: () => relists.add(1),
  };
}
