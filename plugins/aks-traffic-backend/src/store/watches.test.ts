import { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { analysis } from '../__testUtils__/analysis';
import {
  claim,
  createTestDatabases,
  createTestStore,
  discoveryOf,
  minutesLater,
  start,
} from '../__testUtils__/storeTest';
import { DefaultTrafficStore } from './DefaultTrafficStore';
import { DefaultWatchStore } from './DefaultWatchStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const long = 60_000;

describe.each(databases.eachSupportedId())('watches on %s', id => {
  let client: Knex;
  let store: DefaultTrafficStore;
  let watches: DefaultWatchStore;

  beforeEach(async () => {
    client = await databases.init(id);
    store = await createTestStore(client);
    watches = new DefaultWatchStore(client);
  });

  /** Clusters that were read once. */
  async function readClusters(names: string[]): Promise<void> {
    await store.recordDiscovery(discoveryOf(names));
    for (let count = 0; count < names.length; count += 1) {
      const { cluster, token } = (await claim(store, start, 'first'))!;
      await store.replaceCluster({
        cluster,
        claim: token,
        analysis: analysis({ cluster }),
        objects: [],
        observedAt: start.toISOString(),
        analysedAt: start,
        knownKinds: [],
        servicesWhole: true,
      });
    }
  }

  const turn = (
    replica: string,
    leaseMs = long,
    most = 10,
    unwatchable: ReadonlyMap<string, string> = new Map(),
  ) => watches.takeTurn({ replica, leaseMs, most, unwatchable });

  const claimWatched = (replica: string, answersRequest = false) =>
    watches.claim({
      replica,
      cluster: 'alpha',
      revision: 'second',
      now: minutesLater(1),
      until: minutesLater(2),
      answersRequest,
    });

  it('are of clusters that could be read', async () => {
    await readClusters(['alpha', 'beta']);
    await store.recordDiscovery(discoveryOf(['alpha', 'beta', 'never-read']));
    const { cluster, token } = (await claim(store, start, 'second'))!;
    expect(cluster).toBe('never-read');
    await store.keepCluster({
      cluster,
      claim: token,
      gaps: ['Connection refused.'],
      now: start,
    });
    expect((await turn('one')).held.sort()).toEqual(['alpha', 'beta']);
  });

  it('store changes without keeping a cluster from being read on request, which answers do', async () => {
    await readClusters(['alpha']);
    await turn('one');
    const request = async () => {
      const { outcome } = await store.requestReading({
        cluster: 'alpha',
        now: minutesLater(3),
        freshAfter: start,
      });
      return outcome;
    };
    const storeAs = async (answersRequest: boolean) => {
      const { token } = (await claimWatched('one', answersRequest))!;
      await store.keepCluster({
        cluster: 'alpha',
        claim: token,
        gaps: [],
        now: minutesLater(1),
      });
    };

    await storeAs(false);
    expect(await request()).toBe('queued');
    await storeAs(true);
    expect(await request()).toBe('too-soon');
  });

  it('are shared evenly, and given up for a replica that comes later', async () => {
    await readClusters(['alpha', 'beta', 'gamma', 'delta']);
    expect((await turn('one')).held).toHaveLength(4);
    expect((await turn('two')).held).toEqual([]);
    const one = (await turn('one')).held;
    const two = (await turn('two')).held;
    expect(one).toHaveLength(2);
    expect([...one, ...two].sort()).toEqual([
      'alpha',
      'beta',
      'delta',
      'gamma',
    ]);
    expect((await turn('one')).held).toEqual(one);
  });

  it('go to another replica when theirs takes no turn any more, and not before', async () => {
    await readClusters(['alpha']);
    expect((await turn('one', 1_000)).held).toEqual(['alpha']);
    expect((await turn('two', 1_000)).held).toEqual([]);
    await sleep(1_100);
    expect((await turn('two')).held).toEqual(['alpha']);
    expect((await turn('one')).held).toEqual([]);
    expect(await claimWatched('one')).toBeUndefined();
    expect(await claimWatched('two')).toMatchObject({ cluster: 'alpha' });
  });

  it('go to another replica at once when theirs leaves', async () => {
    await readClusters(['alpha']);
    await turn('one');
    await watches.leave({ replica: 'one' });
    expect((await turn('two')).held).toEqual(['alpha']);
  });

  it('are taken by one of two replicas that try at the same moment', async () => {
    await readClusters(['alpha', 'beta', 'gamma']);
    const results = await Promise.all([turn('one'), turn('two')]);
    const all = results.flatMap(({ held }) => held);
    expect(new Set(all).size).toBe(all.length);
  });

  it('keep sweeps away once all is followed', async () => {
    await readClusters(['alpha']);
    await turn('one');
    const swept = await claim(store, minutesLater(1), 'second');
    expect(swept).toMatchObject({ cluster: 'alpha' });
    await store.releaseClaim({
      cluster: 'alpha',
      token: swept!.token,
      now: minutesLater(1),
    });
    await watches.markWatched({ replica: 'one', cluster: 'alpha' });
    // The lease is of the database's clock.
    const now = new Date();
    expect(await claim(store, now, 'third')).toBeUndefined();
    expect(await watches.readWatches()).toEqual(
      new Map([['alpha', { since: expect.any(String) }]]),
    );
    expect(
      await claim(store, new Date(now.getTime() + 2 * long), 'third'),
    ).toMatchObject({ cluster: 'alpha' });
  });

  it('bring work for new discoveries and for requests', async () => {
    await readClusters(['alpha']);
    await turn('one');
    await watches.markWatched({ replica: 'one', cluster: 'alpha' });
    const work = () => watches.findWork({ replica: 'one', revision: 'second' });
    expect(await work()).toEqual([{ cluster: 'alpha', requested: false }]);
    const first = (await claimWatched('one'))!;
    expect(await claimWatched('one')).toBeUndefined();
    expect(await work()).toEqual([]);
    await store.keepCluster({
      cluster: 'alpha',
      claim: first.token,
      gaps: ['Away.'],
      now: minutesLater(1),
    });

    await store.requestReading({
      cluster: 'alpha',
      now: minutesLater(5),
      freshAfter: minutesLater(4),
    });
    expect(await work()).toEqual([{ cluster: 'alpha', requested: true }]);
    await claimWatched('one');
    expect(await work()).toEqual([{ cluster: 'alpha', requested: true }]);
    await client('clusters').update({ claimed_until: null });
    await claimWatched('one', true);
    expect(await work()).toEqual([]);
  });

  it('that are given up have the cluster read at once, and are not tried for a while', async () => {
    await readClusters(['alpha']);
    await turn('one');
    await watches.giveUp({
      replica: 'one',
      cluster: 'alpha',
      gap: 'Watching pods is forbidden.',
      retryInMs: 400,
      now: minutesLater(1),
    });
    expect(await claim(store, minutesLater(1), 'first')).toMatchObject({
      cluster: 'alpha',
    });
    expect((await turn('one')).held).toEqual([]);
    expect(await watches.readWatches()).toEqual(
      new Map([['alpha', { gap: 'Watching pods is forbidden.' }]]),
    );
    await sleep(450);
    expect((await turn('one')).held).toEqual(['alpha']);
    expect(await watches.readWatches()).toEqual(new Map([['alpha', {}]]));
  });

  it('are no more than allowed, and the others say why', async () => {
    await readClusters(['alpha', 'beta', 'gamma']);
    const { held, overLimit } = await turn('one', long, 2);
    expect(held).toHaveLength(2);
    expect(overLimit).toBe(1);
    const gaps = [...(await watches.readWatches()).values()];
    expect(gaps).toContainEqual({
      gap: 'As many clusters as aksTraffic.watch.maxClusters allows are watched already.',
    });
    expect((await turn('two', long, 2)).held).toHaveLength(1);
  });

  it('are not of clusters that nobody can watch, which take no place and say why', async () => {
    await readClusters(['alpha', 'beta', 'gamma']);
    const unwatchable = new Map([['beta', 'Its proxy cannot be watched.']]);
    const { held, overLimit } = await turn('one', long, 2, unwatchable);
    expect(held.sort()).toEqual(['alpha', 'gamma']);
    expect(overLimit).toBe(0);
    expect(await watches.readWatches()).toEqual(
      new Map([
        ['alpha', {}],
        ['beta', { gap: 'Its proxy cannot be watched.' }],
        ['gamma', {}],
      ]),
    );
  });

  it('are given up where nobody can watch the cluster any more, and taken when somebody can again', async () => {
    await readClusters(['alpha']);
    await turn('one');
    const why = new Map([['alpha', 'Its proxy cannot be watched.']]);
    expect((await turn('one', long, 10, why)).held).toEqual([]);
    expect(await watches.readWatches()).toEqual(
      new Map([['alpha', { gap: 'Its proxy cannot be watched.' }]]),
    );
    expect((await turn('one')).held).toEqual(['alpha']);
    expect(await watches.readWatches()).toEqual(new Map([['alpha', {}]]));
  });

  it('are forgotten with their clusters', async () => {
    await readClusters(['alpha', 'beta']);
    await turn('one');
    await store.recordDiscovery(discoveryOf(['beta']));
    await store.recordDiscovery(
      discoveryOf(['beta'], { takenAt: minutesLater(90) }),
    );
    expect((await turn('one')).held).toEqual(['beta']);
    expect(await client('watches').pluck('cluster')).toEqual(['beta']);
  });
});
