import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { discovery, observation } from '../__testUtils__/observation';
import { Collector } from '../collect/types';
import { measuredCollector } from './measuredCollector';

const { signal } = new AbortController();

/** Metrics that remember what they were told. */
function listen() {
  const told: [string, number, object?][] = [];
  const instrument = (name: string) => {
    const tell = (value: number, attributes?: object) => {
      told.push([name, value, ...(attributes ? [attributes] : [])] as never);
    };
    return { record: tell, add: tell };
  };
  const metrics = metricsServiceMock.mock({
    createHistogram: instrument as never,
    createCounter: instrument as never,
  });
  return { metrics, told };
}

describe('measuredCollector', () => {
  it('tells how long looks and readings take and what they bring, and passes everything on', async () => {
    const { metrics, told } = listen();
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
    const { metrics, told } = listen();
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
