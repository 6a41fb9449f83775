import { MetricsServiceObservableCallback } from '@backstage/backend-plugin-api/alpha';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { analysis } from '../__testUtils__/analysis';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  listClusters,
  minutesLater,
  storeReading,
} from '../__testUtils__/storeTest';
import { measureClusters } from './measureClusters';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe('measureClusters', () => {
  it('says how many clusters are known how well, and how old readings are', async () => {
    const store = await createTestStore(await databases.init('SQLITE_3'));
    const callbacks = new Map<string, MetricsServiceObservableCallback>();
    let now = minutesLater(0);
    measureClusters({
      metrics: metricsServiceMock.mock({
        createObservableGauge: name => ({
          addCallback: callback => callbacks.set(name, callback as never),
          removeCallback: () => {},
        }),
      }),
      listClusters: () => listClusters(store),
      staleAfterMs: 15 * 60_000,
      clock: () => now,
    });
    const measure = async (name: string) => {
      const values: unknown[] = [];
      await callbacks.get(name)!({
        observe: (value, attributes) => values.push([value, attributes]),
      });
      return values;
    };
    expect(await measure('aks_traffic.reading.age')).toEqual([]);

    await store.recordDiscovery(discoveryOf(['alpha']));
    await storeReading(store, analysis({ cluster: 'alpha' }));
    await store.recordDiscovery(discoveryOf(['alpha', 'beta']));
    now = minutesLater(20);

    expect(await measure('aks_traffic.clusters')).toEqual([
      [0, { state: 'complete' }],
      [0, { state: 'partial' }],
      [1, { state: 'stale' }],
      [1, { state: 'unreachable' }],
    ]);
    expect(await measure('aks_traffic.reading.age')).toEqual([
      [1200, { which: 'oldest' }],
      [1200, { which: 'newest' }],
    ]);
  });
});
