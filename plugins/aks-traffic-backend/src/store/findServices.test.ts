import { analysis, serviceTraffic } from '../__testUtils__/analysis';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  storeReading,
} from '../__testUtils__/storeTest';
import { DefaultTrafficStore } from './DefaultTrafficStore';
import { ServiceQuery } from './types';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('findServices on %s', id => {
  let store: DefaultTrafficStore;

  beforeAll(async () => {
    store = await createTestStore(await databases.init(id));
    for (const cluster of ['alpha', 'beta']) {
      await store.recordDiscovery(
        discoveryOf(cluster === 'alpha' ? ['alpha'] : ['alpha', 'beta']),
      );
      await storeReading(
        store,
        analysis({
          cluster,
          services: [
            service(cluster, 'shop', 'web', [{ app: 'web', tier: 'front' }]),
            service(cluster, 'shop', 'api', [
              { tier: 'back' },
              { app: 'api', version: '2' },
            ]),
            service(cluster, 'bank', 'web', [{ app: 'web' }]),
            service(cluster, 'bank', 'bare', []),
          ],
        }),
      );
    }
  });

  function service(
    cluster: string,
    namespace: string,
    name: string,
    labelSets: Record<string, string>[],
  ) {
    return {
      traffic: serviceTraffic({ cluster, namespace, service: name }),
      labelSets,
    };
  }

  async function find(query: Partial<ServiceQuery>) {
    const { services, truncated } = await store.readServices({
      accepts: () => true,
      limit: 100,
      ...query,
    });
    return {
      truncated,
      found: services.map(
        each => `${each.cluster}/${each.namespace}/${each.service}`,
      ),
    };
  }

  it('finds by a label of any set', async () => {
    expect(await find({ lookup: { key: 'app', values: ['api'] } })).toEqual({
      found: ['alpha/shop/api', 'beta/shop/api'],
      truncated: false,
    });
  });

  it('finds by one of several values', async () => {
    const { found } = await find({
      cluster: 'alpha',
      lookup: { key: 'app', values: ['api', 'web'] },
    });
    expect(found).toEqual([
      'alpha/bank/web',
      'alpha/shop/api',
      'alpha/shop/web',
    ]);
  });

  it('finds by one of more values than a statement takes', async () => {
    const others = Array.from({ length: 70_000 }, (_, at) => `v${at}`);
    const values = [...others, 'api'];
    const { found } = await find({
      cluster: 'alpha',
      lookup: { key: 'app', values },
      accepts: sets => sets.some(({ app }) => values.includes(app)),
    });
    expect(found).toEqual(['alpha/shop/api']);
  });

  it('finds by the mere presence of a label', async () => {
    const { found } = await find({
      cluster: 'beta',
      lookup: { key: 'version' },
    });
    expect(found).toEqual(['beta/shop/api']);
  });

  it('finds within a cluster and a namespace', async () => {
    const { found } = await find({ cluster: 'alpha', namespace: 'bank' });
    expect(found).toEqual(['alpha/bank/bare', 'alpha/bank/web']);
  });

  it('leaves the last word to the exact condition, which sees the sets apart', async () => {
    const { found } = await find({
      lookup: { key: 'tier' },
      accepts: sets =>
        sets.some(set => set.tier === 'front' && set.app === 'web'),
    });
    expect(found).toEqual(['alpha/shop/web', 'beta/shop/web']);
  });

  it('says when there are more than the limit', async () => {
    const { found, truncated } = await find({ limit: 3 });
    expect(found).toHaveLength(3);
    expect(truncated).toBe(true);
  });

  it('finds nothing by values that look like SQL', async () => {
    const { found } = await find({
      cluster: "alpha' OR '1'='1",
      lookup: { key: "app' OR '1'='1", values: ["'", '%'] },
    });
    expect(found).toEqual([]);
  });
});
