import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { component } from '../__testUtils__/entity';
import { linkAll } from '../__testUtils__/linkAll';
import { judgeManagedNginx } from '../__testUtils__/managedNginx';
import { readCsv } from '../__testUtils__/parseCsv';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  storeReading,
} from '../__testUtils__/storeTest';
import { aksTrafficPlugin } from '../plugin';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const october = new Date('2026-10-15T10:00:00Z');
const entities = [
  component('storefront', {
    cluster: 'alpha',
    namespace: 'shop',
    'label-selector': 'app=web',
  }),
];

/** A portal whose only cluster was last read in October, and whose tasks run when the test says so. */
async function startPortal(id: Parameters<typeof databases.init>[0]) {
  const client = await databases.init(id);
  const store = await createTestStore(client);
  await store.recordDiscovery(discoveryOf(['alpha']));
  await storeReading(store, judgeManagedNginx(october), october);
  await linkAll(client, entities);
  const tasks = new Map<string, (signal: AbortSignal) => unknown>();
  const { server } = await startTestBackend({
    features: [
      aksTrafficPlugin,
      mockServices.rootConfig.factory({ data: {} }),
      mockServices.database.factory({ knex: client }),
      mockServices.scheduler.mock({
        async scheduleTask({ id: task, fn }) {
          tasks.set(task, fn as (signal: AbortSignal) => unknown);
        },
        createScheduledTaskRunner: () => ({ run: async () => {} }),
      }).factory,
      catalogServiceMock.factory({ entities }),
    ],
  });
  const get = async (path: string) => {
    const response = await request(server)
      .get(`/api/aks-traffic/v1${path}`)
      .set({ authorization: mockCredentials.user.header() });
    expect(response.status).toBe(200);
    return response;
  };
  return {
    restate: () =>
      tasks.get('aks-traffic-restate')!(new AbortController().signal),
    /** Risk and score of the Service, by where they are said. */
    async said() {
      const entity = (
        await get('/entities/component/default/storefront/traffic')
      ).body;
      const listed = (await get('/services?search=web')).body.items[0];
      const exported = JSON.parse((await get('/export.json?search=web')).text)
        .items[0];
      const row = readCsv((await get('/export.csv?search=web')).text).find(
        ({ service }) => service,
      )!;
      const { total } = (await get('/summary?search=web&groupBy=risk')).body;
      return {
        entity: [entity.services[0].risk, entity.assessments[0].score],
        list: [listed.risk, listed.score],
        json: [exported.risk, exported.score],
        csv: [row.risk, Number(row.score)],
        summary: Object.keys(total.byRisk).filter(risk => total.byRisk[risk]),
      };
    },
  };
}

describe.each(databases.eachSupportedId())(
  'a cluster last read in October, on %s',
  id => {
    it('has the risk and the score of today wherever they are said', async () => {
      const { restate, said } = await startPortal(id);
      const then = await said();

      await restate();

      const today = await said();
      const [risk, score] = today.entity;
      expect(then.entity[0]).toBe('medium');
      expect(['high', 'critical']).toContain(risk);
      expect(score).toBeGreaterThan(then.entity[1]);
      expect(today).toEqual({
        entity: [risk, score],
        list: [risk, score],
        json: [risk, score],
        csv: [risk, score],
        summary: [risk],
      });
    });
  },
);
