import { mockServices } from '@backstage/backend-test-utils';
import { ClusterLocation } from 'backstage-plugin-aks-traffic-node';
import { discovery, location } from '../__testUtils__/observation';
import { OpenWatch, openWatch } from '../__testUtils__/openWatch';
import { createClusterClaims } from '../claims/clusterClaims';
import { Discovery } from '../collect/types';
import { WatchStore } from '../store/watchTypes';
import { WatchedCluster } from './WatchedCluster';

const readTime = async () => new Date();
const claim = { cluster: 'alpha', token: 'token', failureGaps: [] };

interface WatchRequest {
  location: ClusterLocation;
  signal: AbortSignal;
  onChange(what: 'objects' | 'definitions'): void;
}

function setUp() {
  const state = { revision: 'first', discovery: discovery(['alpha']) };
  const watches: OpenWatch[] = [];
  const logger = mockServices.logger.mock();
  const store = {
    claim: jest.fn(
      async (_: Parameters<WatchStore['claim']>[0]) =>
        claim as typeof claim | undefined,
    ),
    markWatched: jest.fn(async () => {}),
  };
  const watch = jest.fn(async (request: WatchRequest) => {
    const opened = openWatch(request.location);
    watches.push(opened);
    return opened;
  });
  const judge = jest.fn(async (_: { discovery: Discovery }) => {});
  const onLost = jest.fn();
  const releaseClaim = jest.fn(async () => {});
  const cluster = new WatchedCluster({
    cluster: 'alpha',
    replica: 'replica',
    store,
    logger,
    claims: createClusterClaims({
      store: { extendClaims: async () => {}, releaseClaim, readTime },
    }),
    watch,
    inTurn: work => work(),
    current: () => state,
    judge,
    onLost,
    relistEveryMs: 60 * 60_000,
  });
  return { cluster, state, store, watch, watches, judge, logger, onLost };
}

describe('WatchedCluster', () => {
  let bench: ReturnType<typeof setUp>;

  beforeEach(() => {
    jest.useFakeTimers();
    bench = setUp();
  });
  afterEach(async () => {
    await bench.cluster.close();
    jest.useRealTimers();
  });

  const pass = (milliseconds: number) =>
    jest.advanceTimersByTimeAsync(milliseconds);

  /** Begins and waits until what was listed is stored. */
  async function begun() {
    bench.cluster.begin();
    await pass(1_000);
    expect(bench.judge).toHaveBeenCalledTimes(1);
  }

  const change = (what: 'objects' | 'definitions') =>
    bench.watch.mock.calls.at(-1)![0].onChange(what);

  it('lists the cluster, says that it is followed, and stores what it saw under a claim', async () => {
    const { store, judge, watches, state } = bench;
    await begun();

    expect(store.markWatched).toHaveBeenCalledTimes(1);
    expect(store.claim).toHaveBeenCalledWith(
      expect.objectContaining({
        cluster: 'alpha',
        replica: 'replica',
        revision: 'first',
        answersRequest: false,
      }),
    );
    expect(judge).toHaveBeenCalledWith({
      claim,
      discovery: state.discovery,
      observation: watches[0].observation(),
      signal: expect.any(AbortSignal),
    });
    expect(bench.cluster.objects).toBe(7);
  });

  it('stores changes once for many', async () => {
    await begun();
    await pass(60_000);
    for (let count = 0; count < 100; count += 1) {
      change('objects');
    }
    await pass(10_000);

    expect(bench.judge).toHaveBeenCalledTimes(2);
    expect(bench.watch).toHaveBeenCalledTimes(1);
  });

  it('waits while somebody else has the claim', async () => {
    const { store, judge } = bench;
    store.claim.mockResolvedValueOnce(undefined);
    bench.cluster.begin();
    await pass(1_000);
    expect(judge).not.toHaveBeenCalled();

    await pass(2_000);
    expect(judge).toHaveBeenCalledTimes(1);
  });

  it('says of which reading it was that storing failed, and stores again', async () => {
    const { judge, logger } = bench;
    judge.mockRejectedValueOnce(new Error('disk full'));
    await begun();

    expect(logger.warn).toHaveBeenCalledWith(
      'Storing what changed in cluster alpha failed: Error: disk full',
      { cluster: 'alpha', reading: 'token' },
    );
    await pass(3_000);
    expect(judge).toHaveBeenCalledTimes(2);
  });

  it('judges anew under a new discovery, and lists anew only where the cluster is reached in another way', async () => {
    const { cluster, state, watch, watches, judge, store } = bench;
    await begun();
    Object.assign(state, {
      revision: 'second',
      discovery: discovery(['alpha']),
    });
    cluster.discovered();
    await pass(10_000);
    expect(judge).toHaveBeenCalledTimes(2);
    expect(watch).toHaveBeenCalledTimes(1);

    const server = 'https://elsewhere.test';
    state.discovery = discovery([], {
      clusters: [{ ...location('alpha'), server }],
    });
    cluster.discovered();
    await pass(10_000);
    expect(watch).toHaveBeenCalledTimes(2);
    expect(watches[0].closed).toBe(true);
    expect(watches[1].location.server).toBe(server);
    // It was followed all the time.
    expect(store.markWatched).toHaveBeenCalledTimes(1);
  });

  it('answers a request by lists that began after it', async () => {
    const { cluster, store, watch } = bench;
    let listed = () => {};
    watch.mockImplementationOnce(async request => {
      await new Promise<void>(resolve => {
        listed = resolve;
      });
      return openWatch(request.location);
    });
    cluster.begin();
    await pass(0);
    cluster.readAgain();
    listed();
    await pass(10_000);

    expect(watch).toHaveBeenCalledTimes(2);
    expect(
      store.claim.mock.calls.map(([{ answersRequest }]) => answersRequest),
    ).toEqual([true]);
    await pass(60_000);
    change('objects');
    await pass(10_000);
    expect(store.claim).toHaveBeenLastCalledWith(
      expect.objectContaining({ answersRequest: false }),
    );
  });

  it('lists anew some seconds after a definition came or went', async () => {
    await begun();
    change('definitions');
    await pass(4_000);
    expect(bench.watch).toHaveBeenCalledTimes(1);
    await pass(2_000);
    expect(bench.watch).toHaveBeenCalledTimes(2);
  });

  it('lists anew once for many definitions that come one after the other', async () => {
    await begun();
    for (let count = 0; count < 5; count += 1) {
      change('definitions');
      await pass(2_000);
    }
    expect(bench.watch).toHaveBeenCalledTimes(1);
    await pass(60_000);
    expect(bench.watch).toHaveBeenCalledTimes(2);
  });

  it('lists anew after about an hour all the same', async () => {
    await begun();
    await pass(44 * 60_000);
    expect(bench.watch).toHaveBeenCalledTimes(1);
    await pass(32 * 60_000);
    expect(bench.watch).toHaveBeenCalledTimes(2);
    expect(bench.onLost).not.toHaveBeenCalled();
  });

  it('is lost, once, when it cannot be followed any more', async () => {
    const { watches, onLost, judge } = bench;
    await begun();
    watches[0].fail('Watching services failed.');
    await pass(0);
    change('objects');
    await pass(60_000);

    expect(onLost.mock.calls).toEqual([['Watching services failed.']]);
    expect(judge).toHaveBeenCalledTimes(1);
  });

  it('is lost when it cannot be listed', async () => {
    const { cluster, watch, onLost, store } = bench;
    watch.mockRejectedValueOnce(new Error('The API server did not answer.'));
    cluster.begin();
    await pass(1_000);

    expect(onLost.mock.calls).toEqual([['The API server did not answer.']]);
    expect(store.markWatched).not.toHaveBeenCalled();
  });

  it('is lost when nobody knows any more how to reach it', async () => {
    const { cluster, state, watch, onLost } = bench;
    state.discovery = discovery(['beta']);
    cluster.begin();
    await pass(1_000);

    expect(onLost.mock.calls).toEqual([
      ['The cluster was not found any more.'],
    ]);
    expect(watch).not.toHaveBeenCalled();
  });

  it('closes its watch and does nothing more when it is let go', async () => {
    const { cluster, watches, judge, onLost } = bench;
    await begun();
    change('objects');
    await cluster.close();
    await pass(60 * 60_000);

    expect(jest.getTimerCount()).toBe(0);
    expect(watches[0].closed).toBe(true);
    expect(judge).toHaveBeenCalledTimes(1);
    expect(onLost).not.toHaveBeenCalled();
  });
});
