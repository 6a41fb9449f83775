import { Knex } from 'knex';
import { analyzeCluster, createReplica } from '../__testUtils__/createReplica';
import {
  discovery,
  observation,
  unreachable,
} from '../__testUtils__/observation';
import {
  createTestDatabases,
  createTestStore,
  start,
  countServices,
  listClusters,
} from '../__testUtils__/storeTest';
import { DefaultTrafficStore } from '../store/DefaultTrafficStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('a sweep on %s', id => {
  let client: Knex;
  let store: DefaultTrafficStore;
  const { signal } = new AbortController();

  beforeEach(async () => {
    client = await databases.init(id);
    store = await createTestStore(client);
  });

  const clusters = async () =>
    new Map(
      (await listClusters(store)).map(cluster => [cluster.name, cluster]),
    );

  it('reads every cluster of every shard once per discovery', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const replica = createReplica(client, { found: () => discovery(names) });
    await replica.discover.run(signal);
    expect(replica.beginSweep).toHaveBeenCalledTimes(1);

    for (const index of [0, 1, 2, 0, 1, 2]) {
      await replica.shard(index, 3).run(signal);
    }
    expect(replica.observe.mock.calls.map(([name]) => name).sort()).toEqual(
      names,
    );
    expect(await countServices(store)).toEqual(
      new Map(names.map(name => [name, 1])),
    );

    await replica.discover.run(signal);
    await replica.shard().run(signal);
    expect(replica.observe).toHaveBeenCalledTimes(2 * names.length);
  });

  it('judges by the severities it was given', async () => {
    const analyze = jest.fn(analyzeCluster);
    const replica = createReplica(client, {
      found: () => discovery(['a']),
      analyze,
    });
    await replica.discover.run(signal);
    await replica.shard().run(signal);
    expect(analyze).toHaveBeenCalledWith(
      expect.objectContaining({ cluster: 'a' }),
      expect.anything(),
      { now: start, severities: { 'mesh-mtls': 'high' } },
    );
  });

  it('tells of a cluster of which anything is another than before, its own part alone too', async () => {
    let sku = 'Base';
    const replica = createReplica(client, {
      found: () => discovery(['a']),
      analyze: (...given) => {
        const judged = analyzeCluster(...given);
        return {
          ...judged,
          cluster: { ...judged.cluster, sku },
        };
      },
    });
    const sweep = async () => {
      await replica.discover.run(signal);
      await replica.shard().run(signal);
      return replica.onChanged.mock.calls.length;
    };

    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(1);
    sku = 'Automatic';
    expect(await sweep()).toBe(2);
  });

  it('does nothing before the first discovery', async () => {
    const replica = createReplica(client, { found: () => discovery(['a']) });
    await replica.shard().run(signal);
    expect(replica.collector.discover).not.toHaveBeenCalled();
  });

  it('is shared by replicas: each looks for itself, and no cluster is read twice', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const found = () => discovery(names);
    const one = createReplica(client, { found });
    const other = createReplica(client, { found });
    await one.discover.run(signal);

    await Promise.all([
      one.shard(0, 1).run(signal),
      other.shard(0, 1).run(signal),
    ]);
    // A claim may find its row locked by the other replica and leave the rest to it.
    await one.shard(0, 1).run(signal);

    const read = [one, other].flatMap(({ observe }) =>
      observe.mock.calls.map(([name]) => name),
    );
    expect(read.sort()).toEqual(names);
    expect(one.collector.discover).toHaveBeenCalledTimes(1);
    expect(other.collector.discover).toHaveBeenCalledTimes(1);
  });

  it('keeps the last verdict of a cluster that cannot be reached any more', async () => {
    let broken = false;
    const replica = createReplica(client, {
      found: () => discovery(['a', 'b']),
      observe: async cluster =>
        broken && cluster === 'a'
          ? unreachable(cluster)
          : observation({ cluster }),
    });
    await replica.discover.run(signal);
    await replica.shard().run(signal);
    broken = true;
    await replica.discover.run(signal);
    await replica.shard().run(signal);

    expect((await clusters()).get('a')).toMatchObject({
      failureGaps: ['Connection refused.'],
      snapshot: { observedAt: '2026-11-22T10:00:00.000Z' },
    });
    expect((await clusters()).get('b')?.failureGaps).toEqual([]);
    expect(await countServices(store)).toEqual(
      new Map([
        ['a', 1],
        ['b', 1],
      ]),
    );
    expect(replica.logger.warn).toHaveBeenCalledWith(
      'Cluster a could not be read: Connection refused.',
      { cluster: 'a', reading: expect.any(String) },
    );

    replica.logger.warn.mockClear();
    await replica.discover.run(signal);
    await replica.shard().run(signal);
    expect(replica.logger.warn).not.toHaveBeenCalled();

    // The database knows, so that a replica that has just started does not let the others wait for it either.
    const restarted = createReplica(client, {
      found: () => discovery(['a', 'b']),
    });
    await restarted.discover.run(signal);
    await restarted.shard().run(signal);
    expect(
      restarted.observe.mock.calls.map(([name, , more]) => [name, more]),
    ).toEqual(
      expect.arrayContaining([
        ['a', { failedBefore: true, reading: expect.any(String) }],
        ['b', { failedBefore: false, reading: expect.any(String) }],
      ]),
    );
  });

  it('keeps what Azure says about a cluster that was never reached', async () => {
    const replica = createReplica(client, {
      found: () => discovery(['a']),
      observe: async cluster => unreachable(cluster),
    });
    await replica.discover.run(signal);
    await replica.shard().run(signal);

    const { overviews } = await store.readClusters();
    expect(overviews.get('a')?.sku).toBe('from Azure');
    expect((await clusters()).get('a')?.failureGaps).toEqual([
      'Connection refused.',
    ]);
  });

  it('goes on with the other clusters when one makes the engine fail, and does not show its words', async () => {
    const replica = createReplica(client, {
      found: () => discovery(['a', 'b']),
      analyze: (seen, ...rest) => {
        if (seen.cluster === 'a') {
          throw new Error('password=hunter2');
        }
        return analyzeCluster(seen, ...rest);
      },
    });
    await replica.discover.run(signal);
    await replica.shard().run(signal);

    expect((await clusters()).get('a')?.failureGaps).toEqual([
      'The reading failed unexpectedly; the backend log says why.',
    ]);
    expect((await clusters()).get('b')?.snapshot).toBeDefined();
    expect(replica.logger.error).toHaveBeenCalledWith(
      expect.stringContaining('Reading cluster a failed'),
      { cluster: 'a', reading: expect.any(String) },
    );
  });

  it('says so when a replica does not find a cluster that another one found', async () => {
    const one = createReplica(client, { found: () => discovery(['a']) });
    const other = createReplica(client, {
      found: () => discovery([], { gaps: ['Azure did not answer.'] }),
    });
    await one.discover.run(signal);
    await other.shard().run(signal);

    expect((await clusters()).get('a')?.failureGaps).toEqual([
      'The cluster was not found any more when it was to be read.',
      'Azure did not answer.',
    ]);
  });

  it('gives clusters back on shutdown, so that another replica reads them at once', async () => {
    const shutdown = new AbortController();
    const found = () => discovery(['a', 'b']);
    const dying = createReplica(client, {
      found,
      observe: async (_, aborted) =>
        new Promise((_resolve, reject) => {
          aborted.addEventListener('abort', () => reject(aborted.reason));
          setImmediate(() => shutdown.abort());
        }),
    });
    await dying.discover.run(signal);
    await dying.shard().run(shutdown.signal);
    expect(await countServices(store)).toEqual(new Map());

    const living = createReplica(client, { found });
    await living.shard().run(signal);

    expect(await countServices(store)).toEqual(
      new Map([
        ['a', 1],
        ['b', 1],
      ]),
    );
    expect(dying.logger.error).not.toHaveBeenCalled();
  });

  it('has no more clusters in hand than its window, those that fail not counted', async () => {
    let failing = true;
    let inHand = 0;
    let most = 0;
    const bad = ['x1', 'x2', 'x3', 'x4', 'x5'];
    const good = ['a', 'b', 'c', 'd', 'e', 'f'];
    let releaseBad = () => {};
    const patience = new Promise<void>(resolve => {
      releaseBad = resolve;
    });
    const replica = createReplica(client, {
      found: () => discovery([...bad, ...good]),
      window: 2,
      observe: async cluster => {
        if (failing) {
          return bad.includes(cluster)
            ? unreachable(cluster)
            : observation({ cluster });
        }
        if (bad.includes(cluster)) {
          await patience;
          return unreachable(cluster);
        }
        inHand += 1;
        most = Math.max(most, inHand);
        while (most < 2) {
          await new Promise(resolve => setImmediate(resolve));
        }
        // Time for a third one to begin, should the window not hold.
        await new Promise(resolve => setTimeout(resolve, 50));
        inHand -= 1;
        return observation({ cluster });
      },
    });
    await replica.discover.run(signal);
    await replica.shard().run(signal);
    failing = false;
    await replica.discover.run(signal);
    replica.observe.mockClear();
    const running = replica.shard().run(signal);
    while (
      good.some(
        name => !replica.observe.mock.calls.some(([called]) => called === name),
      )
    ) {
      await new Promise(resolve => setImmediate(resolve));
    }
    releaseBad();
    await running;

    expect(most).toBe(2);
    expect(replica.observe).toHaveBeenCalledTimes(bad.length + good.length);
  });

  it('reports a database that fails, and is there again next time', async () => {
    const replica = createReplica(client, { found: () => discovery(['a']) });
    await replica.discover.run(signal);
    const failure = jest
      .spyOn(DefaultTrafficStore.prototype, 'replaceCluster')
      .mockRejectedValueOnce(new Error('disk full'));

    await expect(replica.shard().run(signal)).rejects.toThrow('disk full');
    failure.mockRestore();
    await store.requestReading({
      cluster: 'a',
      now: new Date(start.getTime() + 120_000),
      freshAfter: start,
    });
    const again = createReplica(client, { found: () => discovery(['a']) });
    await client('clusters').update({ claim: null, claimed_until: null });
    await again.shard().run(signal);

    expect(await countServices(store)).toEqual(new Map([['a', 1]]));
  });
});
