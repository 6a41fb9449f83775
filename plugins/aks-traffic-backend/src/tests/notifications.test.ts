import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import { Knex } from 'knex';
import request from 'supertest';
import { analysis } from '../__testUtils__/analysis';
import { component } from '../__testUtils__/entity';
import { linkAll } from '../__testUtils__/linkAll';
import { retiringService } from '../__testUtils__/retiring';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  storeReading,
} from '../__testUtils__/storeTest';
import { aksTrafficPlugin } from '../plugin';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const entities = [
  {
    ...component('storefront', { id: 'storefront' }),
    relations: [{ type: 'ownedBy', targetRef: 'group:default/team-shop' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'team-shop', namespace: 'default' },
    relations: [{ type: 'hasMember', targetRef: 'user:default/ann' }],
  },
];

/** A portal with a Service at risk, whose tasks run when the test says so. */
async function startPortal(options: { enabled: boolean; installed: boolean }) {
  const client = await databases.init('SQLITE_3');
  const store = await createTestStore(client);
  await store.recordDiscovery(discoveryOf(['alpha']));
  await storeReading(
    store,
    analysis({
      services: [
        retiringService('web', ['ingress-nginx'], {
          labelSets: [{ 'backstage.io/kubernetes-id': 'storefront' }],
        }),
      ],
    }),
    new Date(),
  );
  await linkAll(client, entities);

  const tasks = new Map<string, (signal: AbortSignal) => unknown>();
  const scheduler = mockServices.scheduler.mock({
    async scheduleTask({ id, fn }) {
      tasks.set(id, fn as (signal: AbortSignal) => unknown);
    },
    createScheduledTaskRunner: () => ({ run: async () => {} }),
  });
  const clients: Record<string, Knex> = {
    'aks-traffic': client,
    notifications: await databases.init('SQLITE_3'),
  };
  const { server } = await startTestBackend({
    features: [
      aksTrafficPlugin,
      ...(options.installed ? [notificationsPlugin] : []),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          aksTraffic: { notifications: { enabled: options.enabled } },
        },
      }),
      createServiceFactory({
        service: coreServices.database,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) => ({
          getClient: async () => clients[plugin.getId()],
        }),
      }),
      scheduler.factory,
      catalogServiceMock.factory({ entities }),
    ],
  });
  return {
    tasks: [...tasks.keys()],
    notify: () =>
      tasks.get('aks-traffic-notify')!(new AbortController().signal),
    async notificationsOf(user: string) {
      const response = await request(server)
        .get('/api/notifications')
        .set({ authorization: mockCredentials.user.header(user) });
      expect(response.status).toBe(200);
      return response.body.notifications;
    },
    traffic: () =>
      request(server)
        .get(
          '/api/aks-traffic/v1/entities/component/default/storefront/traffic',
        )
        .set({ authorization: mockCredentials.user.header() }),
  };
}

describe('notifications', () => {
  it('reach the members of the group that owns the entity, and update', async () => {
    const portal = await startPortal({ enabled: true, installed: true });

    await portal.notify();
    await portal.notify();

    expect(await portal.notificationsOf('user:default/ann')).toEqual([
      expect.objectContaining({
        origin: 'plugin:aks-traffic',
        payload: expect.objectContaining({
          title: expect.stringContaining('storefront: Community ingress-nginx'),
          link: '/catalog/default/component/storefront/traffic?service=alpha%2Fshop%2Fweb',
          topic: 'retirement',
        }),
      }),
    ]);
    expect(await portal.notificationsOf('user:default/bob')).toEqual([]);
  });

  it('are off unless they are switched on', async () => {
    const portal = await startPortal({ enabled: false, installed: true });

    expect(portal.tasks).not.toContain('aks-traffic-notify');
  });

  it('need not be installed for everything else to work', async () => {
    const portal = await startPortal({ enabled: true, installed: false });

    await portal.notify();

    const response = await portal.traffic();
    expect(response.status).toBe(200);
    expect(response.body.services).toHaveLength(1);
  });
});
