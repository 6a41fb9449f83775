import { Knex } from 'knex';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
} from '../__testUtils__/storeTest';
import { DefaultLookStore } from '../store/DefaultLookStore';
import { DefaultTrafficStore } from '../store/DefaultTrafficStore';
import { createClusterClaims } from './clusterClaims';
import { createLookClaims } from './lookClaims';

jest.setTimeout(60_000);

const databases = createTestDatabases();

/** A replica that claims what there is: the cluster, or the look for clusters. */
const replicas = {
  'a cluster': (store: DefaultTrafficStore) => {
    const claims = createClusterClaims({ store });
    return () =>
      claims.take(times =>
        store.claimNext({
          ...times,
          shard: { index: 0, count: 1 },
          revision: 'sweep',
        }),
      );
  },
  'a look': (_: DefaultTrafficStore, client: Knex) => {
    const looks = new DefaultLookStore(client);
    const claims = createLookClaims({ looks });
    return () => claims.take(times => looks.claim(times));
  },
};

/** Runs something on a machine whose clock differs from that of the database. */
async function withClock<T>(
  aheadMs: number,
  run: () => Promise<T>,
): Promise<T> {
  jest.useFakeTimers({
    now: Date.now() + aheadMs,
    // Heartbeats as well: whoever claims dies at once.
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setTimeout',
      'clearTimeout',
    ],
  });
  try {
    return await run();
  } finally {
    jest.useRealTimers();
  }
}

describe.each(databases.eachSupportedId())('clocks apart on %s', id => {
  describe.each(Object.entries(replicas))('%s', (_, replica) => {
    let client: Knex;
    let take: () => Promise<{ token: string } | undefined>;
    let other: typeof take;

    beforeEach(async () => {
      client = await databases.init(id);
      const store = await createTestStore(client);
      await store.recordDiscovery(discoveryOf(['alpha']));
      await new DefaultLookStore(client).request({ now: new Date() });
      take = replica(store, client);
      other = replica(store, client);
    });

    /** As if a claim had been left alone for this long. */
    const age = async (milliseconds: number) => {
      for (const table of ['clusters', 'looks']) {
        for (const { claimed_until: until } of await client(table)
          .whereNotNull('claimed_until')
          .select('claimed_until')) {
          await client(table).update({
            claimed_until: new Date(
              new Date(until).getTime() - milliseconds,
            ).toISOString(),
          });
        }
      }
    };

    it.each([-60_000, 60_000])(
      'is left to a holder whose clock is %d ms apart',
      async apartMs => {
        expect(await withClock(apartMs, take)).toBeDefined();
        expect(await withClock(0, other)).toBeUndefined();
      },
    );

    it.each([-60_000, 60_000])(
      'is not taken from its holder by a replica whose clock is %d ms apart',
      async apartMs => {
        expect(await withClock(0, take)).toBeDefined();
        expect(await withClock(apartMs, other)).toBeUndefined();
      },
    );

    it.each([-60_000, 60_000])(
      'is taken, once its claim has lapsed, by a replica whose clock is %d ms apart',
      async apartMs => {
        expect(await withClock(0, take)).toBeDefined();
        await age(30_000);
        expect(await withClock(apartMs, other)).toBeDefined();
      },
    );
  });
});
