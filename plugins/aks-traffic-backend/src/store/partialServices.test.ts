import { Knex } from 'knex';
import { analysis, serviceTraffic } from '../__testUtils__/analysis';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  listClusters,
  minutesLater,
  start,
  storeReading,
} from '../__testUtils__/storeTest';
import { DefaultTrafficStore } from './DefaultTrafficStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const web = { traffic: serviceTraffic({ service: 'web' }), labelSets: [] };
const api = { traffic: serviceTraffic({ service: 'api' }), labelSets: [] };
const changedWeb = {
  traffic: serviceTraffic({ service: 'web', risk: 'critical' }),
  labelSets: [],
};
const object = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop' },
});

describe.each(databases.eachSupportedId())(
  'a list of Services that was not read whole, on %s',
  id => {
    let client: Knex;
    let store: DefaultTrafficStore;

    beforeEach(async () => {
      client = await databases.init(id);
      store = await createTestStore(client);
      await store.recordDiscovery(discoveryOf(['alpha']));
      await storeReading(store, analysis({ services: [web, api] }), start, [
        object('web'),
        object('api'),
      ]);
    });

    const readPart = (services: (typeof web)[]) =>
      storeReading(
        store,
        analysis({
          services,
          coverage: { state: 'partial', gaps: ['Reading services failed.'] },
        }),
        minutesLater(5),
        services.map(({ traffic }) => object(traffic.service)),
        false,
      );

    const listed = async () =>
      (await client('service_list').orderBy('service').select('service')).map(
        ({ service }) => service,
      );

    it('deletes none, and says how many are shown as they were', async () => {
      expect(await readPart([])).toMatchObject({ deleted: 0, unchanged: 2 });

      expect(await listed()).toEqual(['api', 'web']);
      expect(await client('objects')).toHaveLength(2);
      const [{ services, snapshot }] = await listClusters(store);
      expect({ services, gaps: snapshot?.gaps }).toEqual({
        services: 2,
        gaps: [
          'Reading services failed.',
          '2 Services were not listed this time and are shown as they were before.',
        ],
      });
    });

    it('still takes what it has', async () => {
      expect(await readPart([changedWeb])).toMatchObject({
        written: 1,
        deleted: 0,
        unchanged: 1,
      });

      const { services } = await store.readServices({
        accepts: () => true,
        limit: 10,
      });
      expect(services).toEqual([api.traffic, changedWeb.traffic]);
    });

    it('says nothing of Services it lists all the same', async () => {
      await readPart([web, api]);

      const [{ snapshot }] = await listClusters(store);
      expect(snapshot?.gaps).toEqual(['Reading services failed.']);
    });

    it('deletes what is gone with the next whole one', async () => {
      await readPart([]);
      await storeReading(
        store,
        analysis({ services: [web] }),
        minutesLater(10),
        [object('web')],
      );

      expect(await listed()).toEqual(['web']);
      expect(await client('objects')).toHaveLength(1);
    });
  },
);
