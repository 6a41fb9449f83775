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
        clock,
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
