import { Knex } from 'knex';
import { analysis } from '../__testUtils__/analysis';
import {
  claim,
  createTestDatabases,
  createTestStore,
  discoveryOf,
  minutesLater,
  start,
  storeReading,
} from '../__testUtils__/storeTest';
import { DefaultTrafficStore } from './DefaultTrafficStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('claims on %s', id => {
  let client: Knex;
  let store: DefaultTrafficStore;

  beforeEach(async () => {
    client = await databases.init(id);
    store = await createTestStore(client);
  });

  const request = (cluster: string, now: Date) =>
    store.requestReading({
      cluster,
      now,
      freshAfter: new Date(now.getTime() - 30_000),
    });

  it('takes clusters asked for first, then those never read, then the longest unread', async () => {
    await store.recordDiscovery(discoveryOf(['old']));
    await storeReading(store, analysis({ cluster: 'old' }));
    await store.recordDiscovery(
      discoveryOf(['old', 'older', 'asked', 'new', 'done']),
    );
    const now = minutesLater(60);
    await client('clusters')
      .where({ name: 'older' })
      .update({ attempted_at: minutesLater(-10).toISOString() });
    await client('clusters')
      .where({ name: 'asked' })
      .update({
        attempted_at: minutesLater(59).toISOString(),
        swept_revision: 'this sweep',
      });
    await client('clusters')
      .where({ name: 'done' })
      .update({
        attempted_at: minutesLater(-20).toISOString(),
        swept_revision: 'this sweep',
      });
    await request('asked', now);

    const order = [];
    for (let turn = 0; turn < 5; turn += 1) {
      order.push((await claim(store, now, 'this sweep'))?.cluster);
    }

    expect(order).toEqual(['asked', 'new', 'older', 'old', undefined]);
  });

  it('tries a cluster whose reader died once more per sweep, after all others', async () => {
    await store.recordDiscovery(discoveryOf(['alpha']));
    await claim(store, start, 'first sweep');
    await store.recordDiscovery(discoveryOf(['alpha', 'beta']));

    const lapsed = minutesLater(11);
    const turn = async (now: Date, sweep = 'first sweep') =>
      (await claim(store, now, sweep))?.cluster;
    expect(await turn(lapsed)).toBe('beta');
    expect(await turn(lapsed)).toBe('alpha');
    expect(await turn(lapsed)).toBeUndefined();

    const lapsedAgain = minutesLater(22);
    expect(await turn(lapsedAgain)).toBe('beta');
    expect(await turn(lapsedAgain)).toBeUndefined();
    expect(await turn(lapsedAgain, 'second sweep')).toBe('alpha');
  });

  it('leaves a cluster to its reader for as long as that says that it lives', async () => {
    await store.recordDiscovery(discoveryOf(['alpha']));
    const held = (await claim(store, start, 'sweep'))!;
    await store.extendClaims({
      tokens: [held.token],
      until: minutesLater(20),
    });

    expect(await claim(store, minutesLater(19), 'sweep')).toBeUndefined();
    const next = (await claim(store, minutesLater(20), 'sweep'))!;
    await store.extendClaims({
      tokens: [held.token],
      until: minutesLater(60),
    });
    expect(next.cluster).toBe('alpha');
    expect(await claim(store, minutesLater(31), 'next')).toBeDefined();
  });

  it('leaves a cluster to its reader until the claim lapses', async () => {
    await store.recordDiscovery(discoveryOf(['alpha']));
    await claim(store, start);

    expect(await claim(store, minutesLater(9))).toBeUndefined();
    expect(await claim(store, minutesLater(10))).toBeDefined();
  });

  it('gives each cluster to one of many readers at once', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `cluster-${index}`);
    await store.recordDiscovery(discoveryOf(names));

    const claims = await Promise.all(
      names.map(() => claim(store, start, 'sweep')),
    );
    const rest = await claim(store, start, 'sweep');

    const taken = [...claims, rest].flatMap(each => each?.cluster ?? []);
    expect(new Set(taken).size).toBe(taken.length);
    expect(claims.some(each => each !== undefined)).toBe(true);
  });

  it('splits the clusters over the shards without overlap or rest', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `cluster-${index}`);
    await store.recordDiscovery(discoveryOf(names));

    const taken: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      for (;;) {
        const next = await store.claimNext({
          shard: { index, count: 3 },
          revision: 'sweep',
          now: start,
          until: minutesLater(10),
        });
        if (!next) {
          break;
        }
        taken.push(next.cluster);
      }
    }

    expect(taken.sort()).toEqual(names.sort());
  });

  it('lets the next reader have a released cluster at once', async () => {
    await store.recordDiscovery(discoveryOf(['alpha']));
    const first = (await claim(store, start, 'sweep'))!;
    await store.releaseClaim({ ...first, now: start });

    expect(await claim(store, start, 'sweep')).toMatchObject({
      cluster: 'alpha',
    });
  });

  it('does not release the claim of another reader', async () => {
    await store.recordDiscovery(discoveryOf(['alpha']));
    await claim(store);
    await store.releaseClaim({ cluster: 'alpha', token: 'other', now: start });

    expect(await claim(store)).toBeUndefined();
  });

  describe('requestReading', () => {
    beforeEach(async () => {
      await store.recordDiscovery(discoveryOf(['alpha']));
    });

    it('queues a cluster before its time', async () => {
      const first = (await claim(store, start, 'sweep'))!;
      await store.keepCluster({
        cluster: 'alpha',
        claim: first.token,
        gaps: ['Connection refused.'],
        now: start,
      });
      const now = minutesLater(1);

      expect(await request('alpha', now)).toEqual({ outcome: 'queued' });
      expect(await claim(store, now, 'sweep')).toBeDefined();
    });

    it('says so when it is queued already', async () => {
      await request('alpha', start);

      expect(await request('alpha', start)).toEqual({ outcome: 'under-way' });
    });

    it('says so when a reading is under way', async () => {
      await claim(store);

      expect(await request('alpha', minutesLater(1))).toEqual({
        outcome: 'under-way',
      });
    });

    it('takes a request again when the reader has died', async () => {
      await claim(store);

      expect(await request('alpha', minutesLater(11))).toEqual({
        outcome: 'queued',
      });
    });

    it('refuses when the cluster was read a moment ago', async () => {
      await storeReading(store, analysis());

      expect(
        await request('alpha', new Date(start.getTime() + 29_000)),
      ).toEqual({ outcome: 'too-soon', attemptedAt: start.toISOString() });
    });

    it('queues once when asked many times at once', async () => {
      const results = await Promise.all(
        Array.from({ length: 5 }, () => request('alpha', start)),
      );

      expect(results.map(({ outcome }) => outcome).sort()).toEqual([
        'queued',
        'under-way',
        'under-way',
        'under-way',
        'under-way',
      ]);
    });

    it('knows no cluster that was never discovered', async () => {
      expect(await request('nowhere', start)).toEqual({ outcome: 'not-found' });
    });

    it('refuses a cluster that discovery no longer lists', async () => {
      await store.recordDiscovery(discoveryOf([], { complete: false }));

      expect(await request('alpha', start)).toEqual({
        outcome: 'missing',
        reason: expect.stringContaining('may still exist'),
      });
    });
  });
});
