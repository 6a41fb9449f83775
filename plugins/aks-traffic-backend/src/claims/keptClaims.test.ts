import { Knex } from 'knex';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
} from '../__testUtils__/storeTest';
import { eventually } from '../__testUtils__/eventually';
import { DefaultLookStore } from '../store/DefaultLookStore';
import { DefaultTrafficStore } from '../store/DefaultTrafficStore';
import { DefaultWatchStore } from '../store/DefaultWatchStore';
import { createClusterClaims } from './clusterClaims';
import { createLookClaims } from './lookClaims';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const clock = () => new Date();
const { signal } = new AbortController();

/** Short, so that a test can wait until a claim lapses. */
const claimForMs = 1_500;

/**
 * The three that hold claims, each as two replicas: `take` has one claim, and `work` of it says that it lives. One that
 * takes and never works has died.
 */
const holders = {
  'a cluster that is read': (store: DefaultTrafficStore) => {
    const claims = createClusterClaims({ store, claimForMs });
    const take = () =>
      claims.take(times =>
        store.claimNext({
          ...times,
          shard: { index: 0, count: 1 },
          revision: 'sweep',
        }),
      );
    return { claims, take };
  },
  'a cluster whose watcher stores what it saw': (
    store: DefaultTrafficStore,
    client: Knex,
  ) => {
    const claims = createClusterClaims({ store, claimForMs });
    const watches = new DefaultWatchStore(client);
    const take = () =>
      claims.take(times =>
        watches.claim({
          ...times,
          replica: 'watcher',
          cluster: 'alpha',
          revision: 'sweep',
          answersRequest: false,
        }),
      );
    return { claims, take };
  },
  'a look for clusters': (_: DefaultTrafficStore, client: Knex) => {
    const looks = new DefaultLookStore(client);
    const claims = createLookClaims({ looks, claimForMs });
    return { claims, take: () => claims.take(times => looks.claim(times)) };
  },
};

describe.each(databases.eachSupportedId())('claims kept on %s', id => {
  describe.each(Object.entries(holders))('%s', (_, hold) => {
    let client: Knex;
    let store: DefaultTrafficStore;

    beforeEach(async () => {
      client = await databases.init(id);
      store = await createTestStore(client);
      await store.recordDiscovery(discoveryOf(['alpha']));
      await new DefaultLookStore(client).request({ now: clock() });
      await client('watches').insert({
        cluster: 'alpha',
        replica: 'watcher',
        held_until: '2999-01-01T00:00:00.000Z',
      });
    });

    afterEach(() => jest.useRealTimers());

    it('stays with a holder that lives, for longer than a claim holds by itself', async () => {
      const [one, other] = [hold(store, client), hold(store, client)];
      const claim = (await one.take())!;
      let end = () => {};
      const work = one.claims.work({
        claim: claim as never,
        signal,
        work: () =>
          new Promise<void>(resolve => {
            end = resolve;
          }),
      });

      await new Promise(resolve => setTimeout(resolve, 2 * claimForMs));
      expect(await other.take()).toBeUndefined();
      end();
      await work;
    });

    it('is taken by another one when its holder died', async () => {
      // The heart of the dead does not beat: their timer never fires.
      jest.useFakeTimers({ doNotFake: ['Date', 'setTimeout', 'setImmediate'] });
      const dead = hold(store, client);
      const claim = (await dead.take())!;
      jest.useRealTimers();

      const other = hold(store, client);
      expect(await other.take()).toBeUndefined();
      const taken = await eventually(async () => {
        const next = await other.take();
        expect(next).toBeDefined();
        return next!;
      });
      expect(taken.token).not.toBe(claim.token);
      await other.claims.work({
        claim: taken as never,
        signal,
        work: async () => {},
      });
    });

    it('can be had at once from a holder that stops', async () => {
      const [one, other] = [hold(store, client), hold(store, client)];
      const claim = (await one.take())!;
      await one.claims.work({
        claim: claim as never,
        signal: AbortSignal.abort(),
        work: async () => {},
      });

      const taken = (await other.take())!;
      expect(taken).toBeDefined();
      await other.claims.work({
        claim: taken as never,
        signal,
        work: async () => {},
      });
    });
  });
});
