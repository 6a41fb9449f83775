import { Knex } from 'knex';
import { analysis, serviceTraffic } from '../__testUtils__/analysis';
import {
  claim,
  createTestDatabases,
  createTestStore,
  discoveryOf,
  minutesLater,
  start,
  storeReading,
  countServices,
  listClusters,
} from '../__testUtils__/storeTest';
import { DefaultTrafficStore } from './DefaultTrafficStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const armId =
  '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/alpha';

describe.each(databases.eachSupportedId())('recordDiscovery on %s', id => {
  let client: Knex;
  let store: DefaultTrafficStore;

  beforeEach(async () => {
    client = await databases.init(id);
    store = await createTestStore(client);
    await store.recordDiscovery(discoveryOf(['alpha', 'beta']));
  });

  const names = async () => (await listClusters(store)).map(({ name }) => name);

  async function readAlpha() {
    await store.recordDiscovery(discoveryOf(['alpha']));
    await store.recordDiscovery(discoveryOf(['alpha']));
    await storeReading(
      store,
      analysis({ services: [{ traffic: serviceTraffic(), labelSets: [] }] }),
    );
  }

  it('adds clusters and says what is known of them before the first reading', async () => {
    expect(await listClusters(store)).toEqual([
      {
        name: 'alpha',
        source: 'config',
        services: 0,
        failureGaps: [],
        topic: expect.any(String),
      },
      {
        name: 'beta',
        source: 'config',
        services: 0,
        failureGaps: [],
        topic: expect.any(String),
      },
    ]);
  });

  it('gives each discovery a revision of its own', async () => {
    const before = await store.readDiscovery();
    const change = await store.recordDiscovery(
      discoveryOf(['alpha', 'beta'], {
        complete: false,
        gaps: ['Subscription x is not visible.'],
        takenAt: minutesLater(5),
      }),
    );

    expect(change.revision).not.toBe(before?.revision);
    expect(await store.readDiscovery()).toEqual({
      revision: change.revision,
      takenAt: '2026-11-22T10:05:00.000Z',
      complete: false,
      gaps: ['Subscription x is not visible.'],
    });
  });

  it('marks a cluster that is missed once, and deletes it when a discovery an hour later confirms it', async () => {
    const first = await store.recordDiscovery(
      discoveryOf(['alpha'], { takenAt: minutesLater(5) }),
    );
    expect(first).toMatchObject({ missing: ['beta'], deleted: [] });
    expect((await listClusters(store))[1].missing).toEqual({
      since: '2026-11-22T10:05:00.000Z',
      reason: expect.stringContaining('not found by the last discovery'),
    });

    const second = await store.recordDiscovery(
      discoveryOf(['alpha'], { takenAt: minutesLater(65) }),
    );
    expect(second).toMatchObject({ missing: [], deleted: ['beta'] });
    expect(await names()).toEqual(['alpha']);
  });

  it('keeps everything when discovery could not see everything, however often', async () => {
    await readAlpha();
    for (const minutes of [5, 10, 15]) {
      await store.recordDiscovery(
        discoveryOf([], { complete: false, takenAt: minutesLater(minutes) }),
      );
    }

    expect((await listClusters(store))[0]).toMatchObject({
      name: 'alpha',
      missing: { since: '2026-11-22T10:15:00.000Z' },
    });
    expect(await countServices(store)).toEqual(new Map([['alpha', 1]]));
  });

  it('deletes everything of a cluster that is gone', async () => {
    await readAlpha();
    await store.recordDiscovery(discoveryOf([]));
    await store.recordDiscovery(discoveryOf([], { takenAt: minutesLater(60) }));

    expect(await names()).toEqual([]);
    expect(await client('services')).toEqual([]);
    expect(await client('service_list')).toEqual([]);
    expect(await client('cluster_verdicts')).toEqual([]);
    expect(await store.readCluster('alpha')).toBeUndefined();
  });

  it('says nothing of what was found about a cluster that is gone, when there is one of its name again', async () => {
    await readAlpha();
    expect((await store.readCluster('alpha'))?.traffic).toBeDefined();
    await store.recordDiscovery(discoveryOf([]));
    await store.recordDiscovery(discoveryOf([], { takenAt: minutesLater(60) }));
    await store.recordDiscovery(
      discoveryOf(['alpha'], { takenAt: minutesLater(65) }),
    );

    const again = (await store.readCluster('alpha'))!;
    expect(again.cluster.snapshot).toBeUndefined();
    expect(again.traffic).toBeUndefined();
  });

  it('takes a cluster back that is listed again', async () => {
    await store.recordDiscovery(discoveryOf(['alpha']));
    await store.recordDiscovery(discoveryOf(['alpha', 'beta']));

    expect((await listClusters(store))[1].missing).toBeUndefined();
    expect(await claim(store)).toBeDefined();
  });

  it('does not offer a missing cluster to readers', async () => {
    await store.recordDiscovery(discoveryOf([]));

    expect(await claim(store)).toBeUndefined();
  });

  describe('of a cluster that changed', () => {
    const discoverAs = (cluster: object) =>
      store.recordDiscovery(
        discoveryOf([], {
          clusters: [{ name: 'alpha', source: 'azure', ...cluster }],
        }),
      );

    beforeEach(async () => {
      await discoverAs({ armId });
      await discoverAs({ armId });
      await storeReading(
        store,
        analysis({ services: [{ traffic: serviceTraffic(), labelSets: [] }] }),
      );
    });

    it('updates version, SKU and place', async () => {
      const now = { kubernetesVersion: '1.36.1', sku: 'Base', location: 'x' };
      await discoverAs({ armId, ...now });

      expect((await listClusters(store))[0]).toMatchObject({ armId, ...now });
    });

    it('keeps the snapshot when only the case of the resource id differs', async () => {
      await discoverAs({ armId: armId.toUpperCase() });

      expect((await listClusters(store))[0].snapshot).toBeDefined();
    });

    it('forgets the snapshot when another cluster took the name, and refuses the reading under way', async () => {
      expect((await store.readCluster('alpha'))?.traffic).toBeDefined();
      const { token } = (await claim(store, minutesLater(30)))!;
      await discoverAs({ armId: armId.replace('/rg/', '/other/') });

      const late = await store.replaceCluster({
        cluster: 'alpha',
        claim: token,
        analysis: analysis(),
        objects: [],
        observedAt: start.toISOString(),
        analysedAt: start,
        knownKinds: [],
        servicesWhole: true,
      });

      expect(late).toEqual({ outcome: 'superseded' });
      const [cluster] = await listClusters(store);
      expect(cluster.snapshot).toBeUndefined();
      expect(cluster.attemptedAt).toBeUndefined();
      expect(await countServices(store)).toEqual(new Map());
      expect((await store.readCluster('alpha'))?.traffic).toBeUndefined();
      expect(await client('cluster_verdicts')).toEqual([]);
    });

    it('does not delete it at once when Azure comes back with less after a long time away', async () => {
      const weekLater = minutesLater(8 * 24 * 60);
      for (const takenAt of [minutesLater(5), weekLater]) {
        await store.recordDiscovery(
          discoveryOf([], { complete: false, takenAt }),
        );
      }
      const { deleted } = await store.recordDiscovery(
        discoveryOf([], { takenAt: new Date(weekLater.getTime() + 300_000) }),
      );

      expect(deleted).toEqual([]);
      expect(await countServices(store)).toEqual(new Map([['alpha', 1]]));
    });

    it('deletes it when its own source no longer lists it, whatever Azure shows', async () => {
      await discoverAs({ armId, source: 'config' });
      await store.recordDiscovery(
        discoveryOf([], { takenAt: minutesLater(60) }),
      );
      const { deleted } = await store.recordDiscovery(
        discoveryOf([], { takenAt: minutesLater(120) }),
      );

      expect(deleted).toEqual(['alpha']);
    });

    it('does not delete it while nothing of its subscription is visible', async () => {
      await store.recordDiscovery(discoveryOf([]));
      const { deleted } = await store.recordDiscovery(discoveryOf([]));

      expect(deleted).toEqual([]);
      expect((await listClusters(store))[0].missing?.reason).toContain(
        'subscription 00000000-0000-0000-0000-000000000001',
      );
    });
  });

  it('lists the names that are in use, but those that app-config gave', async () => {
    const other = armId.replace('/rg/', '/other/');
    const azure = (name: string, resource?: string) => ({
      name,
      source: 'azure',
      armId: resource,
    });
    await store.recordDiscovery(
      discoveryOf([], {
        clusters: [azure('shop', armId), { name: 'lab', source: 'inventory' }],
      }),
    );
    await store.recordDiscovery(
      discoveryOf([], {
        clusters: [azure('again', armId), azure('twin', other)],
        complete: false,
      }),
    );

    expect(await store.listNames()).toEqual([
      { name: 'lab' },
      { name: 'shop', armId },
      { name: 'again', armId },
      { name: 'twin', armId: other },
    ]);
  });

  it('lets two first discoveries at once both succeed', async () => {
    await client('clusters').delete();
    await client('discoveries').delete();

    await Promise.all([
      store.recordDiscovery(discoveryOf(['alpha', 'beta'])),
      store.recordDiscovery(discoveryOf(['beta', 'alpha'])),
    ]);

    expect(await names()).toEqual(['alpha', 'beta']);
  });
});
