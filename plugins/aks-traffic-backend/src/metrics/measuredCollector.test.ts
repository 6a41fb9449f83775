import { listenToMetrics } from '../__testUtils__/listenToMetrics';
import { discovery, observation } from '../__testUtils__/observation';
import { Collector } from '../collect/types';
import { measuredCollector } from './measuredCollector';

const { signal } = new AbortController();

describe('measuredCollector', () => {
  it('tells how long looks and readings take and what they bring, and passes everything on', async () => {
    const { metrics, told } = listenToMetrics();
    const found = discovery(['a'], { complete: false, outdated: ['Away.'] });
    const seen = observation({ cluster: 'a', coverage: 'partial' });
    const inner: Collector = {
      discover: async () => found,
      observe: async () => seen,
    };
    let now = 0;
    const collector = measuredCollector({
      collector: inner,
      metrics,
      clock: () => {
        now += 1500;
        return now;
      },
    });

    expect(await collector.discover(signal)).toBe(found);
    expect(await collector.observe(found.clusters[0], signal)).toBe(seen);
    expect(told).toEqual([
      [
        'aks_traffic.discovery.duration',
        1.5,
        { complete: false, outdated: true },
      ],
      ['aks_traffic.reading.duration', 1.5, { coverage: 'partial' }],
      ['aks_traffic.objects', seen.objects.length],
      ['aks_traffic.gaps', 0],
    ]);
  });

  it('counts a cluster that cannot be reached as one gap', async () => {
    const { metrics, told } = listenToMetrics();
    const collector = measuredCollector({
      collector: {
        discover: async () => discovery(['a']),
        observe: async () =>
          observation({
            coverage: 'unreachable',
            gaps: ['Connection refused.'],
            reads: {},
          }),
      },
      metrics,
    });
    await collector.observe(discovery(['a']).clusters[0], signal);

    expect(told.at(-1)).toEqual(['aks_traffic.gaps', 1]);
  });
});
