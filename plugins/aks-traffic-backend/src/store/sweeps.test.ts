import { Knex } from 'knex';
import { analysis } from '../__testUtils__/analysis';
import {
  claim,
  createTestDatabases,
  createTestStore,
  discoveryOf,
  minutesLater,
  start,
} from '../__testUtils__/storeTest';
import { DefaultLookStore } from './DefaultLookStore';
import { DefaultTrafficStore } from './DefaultTrafficStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('sweeps on %s', id => {
  let client: Knex;
  let store: DefaultTrafficStore;

  beforeEach(async () => {
    client = await databases.init(id);
    store = await createTestStore(client);
  });

  /** Looks for a minute and finds these clusters. */
  async function begin(names: string[], beganAt = start) {
    const looks = new DefaultLookStore(client);
    await looks.request({ now: beganAt });
    const { token } = (await looks.claim({
      now: beganAt,
      until: new Date(beganAt.getTime() + 30_000),
    }))!;
    const takenAt = new Date(beganAt.getTime() + 60_000);
    return store.recordDiscovery(
      discoveryOf(names, { takenAt, look: { token, beganAt } }),
    );
  }

  const take = (revision: string, minutes: number) =>
    claim(store, minutesLater(minutes), revision);

  async function finish(
    { cluster, token }: { cluster: string; token: string },
    outcome: 'read' | 'failed',
  ) {
    const now = minutesLater(3);
    await (outcome === 'read'
      ? store.replaceCluster({
          cluster,
          claim: token,
          analysis: analysis({ cluster }),
          objects: [],
          observedAt: now.toISOString(),
          analysedAt: now,
          knownKinds: [],
          servicesWhole: true,
        })
      : store.keepCluster({
          cluster,
          claim: token,
          gaps: ['Connection refused.'],
          now,
        }));
  }

  const end = (minutes: number) =>
    store.endSweep({ now: minutesLater(minutes) });

  it('tells how far it is while it goes on, and how it ended', async () => {
    const far = (minutes: number) =>
      store.readSweep({ now: minutesLater(minutes) });
    expect(await far(0)).toBeUndefined();
    const { revision } = await begin(['a', 'b', 'c']);
    expect(await far(1)).toEqual({
      beganAt: start.toISOString(),
      watched: 0,
      read: 0,
      failed: 0,
      left: 3,
    });
    await finish((await take(revision, 2))!, 'read');
    await finish((await take(revision, 2))!, 'failed');
    const last = (await take(revision, 2))!;
    expect(await far(3)).toMatchObject({ read: 1, failed: 1, left: 1 });
    await finish(last, 'read');
    await end(4);
    expect(await far(5)).toEqual({
      beganAt: start.toISOString(),
      endedAt: minutesLater(4).toISOString(),
      watched: 0,
      read: 2,
      failed: 1,
      left: 0,
    });
  });

  it('ends once, when the last cluster is done, and says what became of them', async () => {
    const { revision } = await begin(['a', 'b', 'c']);
    expect(await end(1)).toBeUndefined();
    await finish((await take(revision, 2))!, 'read');
    await finish((await take(revision, 2))!, 'failed');
    const last = (await take(revision, 2))!;
    expect(await end(3)).toBeUndefined();
    await finish(last, 'read');

    const ends = await Promise.all([end(4), end(4), end(4)]);
    expect(ends.filter(Boolean)).toEqual([
      {
        revision,
        beganAt: start.toISOString(),
        endedAt: minutesLater(4).toISOString(),
        watched: 0,
        read: 2,
        failed: 1,
        left: 0,
      },
    ]);
    expect(await end(5)).toBeUndefined();
  });

  it('ends at once when there are no clusters', async () => {
    await begin([]);
    expect(await end(1)).toMatchObject({ read: 0, failed: 0, left: 0 });
  });

  it('waits for the second try at a cluster whose reader died, and for no third', async () => {
    const { revision } = await begin(['a']);
    await take(revision, 2);
    expect(await end(3)).toBeUndefined();
    expect(await end(15)).toBeUndefined();
    await take(revision, 15);
    expect(await end(16)).toBeUndefined();

    expect(await end(30)).toMatchObject({ read: 0, failed: 0, left: 1 });
  });

  it('waits for a cluster that was given back unread', async () => {
    const { revision } = await begin(['a']);
    const taken = (await take(revision, 2))!;
    await store.releaseClaim({ ...taken, now: minutesLater(2) });

    expect(await end(3)).toBeUndefined();
  });

  it('counts clusters that are followed as watched, so that those that fail are not all there is', async () => {
    const { revision } = await begin(['a', 'b', 'c']);
    await client('watches').insert(
      ['a', 'b'].map(cluster => ({
        cluster,
        replica: 'watcher',
        held_until: minutesLater(60).toISOString(),
        watched_since: start.toISOString(),
      })),
    );
    await finish((await take(revision, 2))!, 'failed');

    const counts = { watched: 2, read: 0, failed: 1, left: 0 };
    expect(await store.readSweep({ now: minutesLater(3) })).toMatchObject(
      counts,
    );
    expect(await end(4)).toMatchObject(counts);
  });

  it('counts a cluster whose watcher died with those that are read in turn', async () => {
    await begin(['a']);
    await client('watches').insert({
      cluster: 'a',
      replica: 'watcher',
      held_until: minutesLater(1).toISOString(),
      watched_since: start.toISOString(),
    });

    expect(await store.readSweep({ now: minutesLater(2) })).toMatchObject({
      watched: 0,
      left: 1,
    });
  });

  it('is told of when the next one overtakes it', async () => {
    const { revision } = await begin(['a', 'b', 'c']);
    await finish((await take(revision, 2))!, 'read');
    await take(revision, 2);

    const { overtaken } = await begin(['a', 'b', 'c'], minutesLater(5));
    expect(overtaken).toEqual({
      revision,
      beganAt: start.toISOString(),
      endedAt: minutesLater(6).toISOString(),
      watched: 0,
      read: 1,
      failed: 0,
      left: 2,
    });
  });

  it('is not told of again once it has ended', async () => {
    await begin([]);
    await end(1);

    expect((await begin([], minutesLater(5))).overtaken).toBeUndefined();
  });

  it('is not measured where its begin is not known', async () => {
    await store.recordDiscovery(discoveryOf([]));

    expect(await end(1)).toBeUndefined();
    expect((await begin([])).overtaken).toBeUndefined();
  });
});
