import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { createReplica } from '../__testUtils__/createReplica';
import {
  discovery,
  observation,
  unreachable,
} from '../__testUtils__/observation';
import {
  createTestDatabases,
  createTestStore,
  start,
} from '../__testUtils__/storeTest';
import { createLookClaims } from '../claims/lookClaims';
import { DefaultLookStore } from '../store/DefaultLookStore';
import { DefaultTrafficStore } from '../store/DefaultTrafficStore';
import { Discoveries } from './Discoveries';
import { DiscoverTask } from './DiscoverTask';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const clock = () => start;

describe.each(databases.eachSupportedId())(
  'begin and end of a sweep on %s',
  id => {
    let client: Knex;
    let store: DefaultTrafficStore;
    const { signal } = new AbortController();

    beforeEach(async () => {
      client = await databases.init(id);
      store = await createTestStore(client);
    });

    it('says once, by the shard that was last, what became of its clusters', async () => {
      const replica = createReplica(client, {
        found: () => discovery(['a', 'b', 'c', 'd', 'e', 'f', 'g']),
        observe: async cluster =>
          cluster === 'a' ? unreachable(cluster) : observation({ cluster }),
      });
      await replica.discover.run(signal);
      await replica.shard(0, 2).run(signal);
      expect(replica.onSweepEnded).not.toHaveBeenCalled();
      await replica.shard(1, 2).run(signal);
      await replica.shard(0, 2).run(signal);

      expect(replica.onSweepEnded.mock.calls).toEqual([
        [expect.objectContaining({ read: 6, failed: 1, left: 0 })],
      ]);
    });

    it('says what it had left when the next one began', async () => {
      const replica = createReplica(client, { found: () => discovery(['a']) });
      await replica.discover.run(signal);
      await replica.discover.run(signal);

      expect(replica.onSweepEnded.mock.calls).toEqual([
        [expect.objectContaining({ read: 0, failed: 0, left: 1 })],
      ]);
    });

    describe.each([-60_000, 60_000])(
      'by a replica whose clock is %d ms ahead',
      aheadMs => {
        /** What ended meanwhile, which must have begun and ended meanwhile by the clock of the database. */
        async function endOf(
          run: (replica: ReturnType<typeof createReplica>) => Promise<void>,
        ) {
          const replica = createReplica(client, {
            found: () => discovery(['a']),
            aheadMs,
          });
          const before = await store.readTime();
          await run(replica);
          const after = await store.readTime();
          const [[ended]] = replica.onSweepEnded.mock.calls;
          const times = [
            before.toISOString(),
            ended.beganAt,
            ended.endedAt,
            after.toISOString(),
          ];
          expect(times).toEqual([...times].sort());
          return ended;
        }

        it('is told by the clock of the database when all was read', async () => {
          const ended = await endOf(async replica => {
            await replica.discover.run(signal);
            await replica.shard().run(signal);
          });
          expect(ended).toMatchObject({ read: 1, left: 0 });
        });

        it('is told by the clock of the database when the next one began', async () => {
          const ended = await endOf(async replica => {
            await replica.discover.run(signal);
            await replica.discover.run(signal);
          });
          expect(ended).toMatchObject({ read: 0, left: 1 });
        });

        it('looks for clusters at a time of the database', async () => {
          const replica = createReplica(client, {
            found: () => discovery([]),
            aheadMs,
          });
          const before = await store.readTime();
          await replica.discover.run(signal);
          const after = await store.readTime();

          const { takenAt } = (await store.readDiscovery())!;
          expect(takenAt >= before.toISOString()).toBe(true);
          expect(takenAt <= after.toISOString()).toBe(true);
        });
      },
    );

    it('gives up a look that takes too long, which is tried once more', async () => {
      const never = () => new Promise<never>(() => {});
      const looks = new DefaultLookStore(client);
      const collector = {
        discover: jest.fn(
          (aborted: AbortSignal) =>
            new Promise<never>((_, reject) => {
              aborted.addEventListener('abort', () => reject(aborted.reason));
            }),
        ),
        observe: never,
      };
      const task = new DiscoverTask({
        collector,
        store,
        looks,
        claims: createLookClaims({ looks, clock }),
        discoveries: new Discoveries({ collector, store }),
        logger: mockServices.logger.mock(),
        timeoutMs: 50,
        beginSweep: never,
      });
      await task.request();

      await expect(task.run(signal)).rejects.toThrow(/timeout/);
      await task.run(signal);
      expect(collector.discover).toHaveBeenCalledTimes(1);
      await client('looks').update({ claimed_until: start.toISOString() });
      await expect(task.run(signal)).rejects.toThrow(/timeout/);
      await client('looks').update({ claimed_until: start.toISOString() });
      await task.run(signal);
      expect(collector.discover).toHaveBeenCalledTimes(2);
    });

    it('says what discovery could not see', async () => {
      const replica = createReplica(client, {
        found: () =>
          discovery(['a'], { complete: false, gaps: ['Access was refused.'] }),
      });
      await replica.discover.run(signal);

      expect(await store.readDiscovery()).toMatchObject({
        complete: false,
        gaps: ['Access was refused.'],
      });
      expect(replica.logger.warn).toHaveBeenCalledWith(
        'Discovery: Access was refused.',
      );

      replica.logger.warn.mockClear();
      await replica.discover.run(signal);
      expect(replica.logger.warn).not.toHaveBeenCalled();
    });
  },
);
