import { mockServices } from '@backstage/backend-test-utils';
import { ClusterLocation } from 'backstage-plugin-aks-traffic-node';
import {
  discovery,
  location as locationOf,
} from '../__testUtils__/observation';
import { OpenWatch, openWatch } from '../__testUtils__/openWatch';
import { createClusterClaims } from '../claims/clusterClaims';
import { WatchStore, WatchWork } from '../store/watchTypes';
import { Discoveries } from '../sweep/Discoveries';
import { WatchKeeper } from './WatchKeeper';

const clock = () => new Date();

/** What the database says, which tests change as they like. */
function setUp() {
  const state = {
    held: [] as string[],
    overLimit: 0,
    revision: 'first',
    discovered: ['alpha', 'beta'],
    /** Those of them that are reached through Backstage's Kubernetes plugin. */
    proxied: [] as string[],
    work: [] as WatchWork[],
    /** What a look at Azure has to wait for. */
    look: Promise.resolve(),
  };
  const watches: OpenWatch[] = [];
  const logger = mockServices.logger.mock();
  const had = new Set<string>();
  const store = {
    takeTurn: jest.fn(async (_: Parameters<WatchStore['takeTurn']>[0]) => {
      const taken = state.held.filter(cluster => !had.has(cluster));
      had.clear();
      state.held.forEach(cluster => had.add(cluster));
      return { held: [...state.held], taken, overLimit: state.overLimit };
    }),
    markWatched: jest.fn(async () => {}),
    giveUp: jest.fn(
      async ({ cluster }: Parameters<WatchStore['giveUp']>[0]) => {
        state.held = state.held.filter(each => each !== cluster);
        had.delete(cluster);
      },
    ),
    leave: jest.fn(async () => {}),
    findWork: jest.fn(async () => state.work.splice(0)),
    claim: jest.fn(async ({ cluster }: Parameters<WatchStore['claim']>[0]) => ({
      cluster,
      token: 'token',
      failureGaps: [],
    })),
  };
  const watch = jest.fn(async ({ location }: { location: ClusterLocation }) => {
    const opened = openWatch(location);
    watches.push(opened);
    return opened;
  });
  const judge = jest.fn(async (_: object) => {});
  const keeper = new WatchKeeper({
    store,
    discoveries: {
      current: async () => {
        await state.look;
        return {
          revision: state.revision,
          discovery: discovery([], {
            clusters: state.discovered.map(name => ({
              ...locationOf(name),
              ...(state.proxied.includes(name) && {
                kubernetesPluginCluster: name,
              }),
            })),
          }),
        };
      },
    } as unknown as Discoveries,
    logger,
    claims: createClusterClaims({
      store: {
        extendClaims: async () => {},
        releaseClaim: async () => {},
        readTime: async () => clock(),
      },
    }),
    clock,
    maxClusters: 10,
    relistEveryMs: 60 * 60_000,
    lookEveryMs: 5,
    turnEveryMs: 10,
    leaseMs: 30,
    retryAfterMs: 60_000,
    inTurn: work => work(),
    watch,
    judge,
  });
  return { keeper, state, store, watch, watches, judge, logger };
}

type Bench = ReturnType<typeof setUp>;

async function until(check: () => void): Promise<void> {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    try {
      check();
      return;
    } catch {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  }
  check();
}

/** Lets the keeper take two turns. */
async function turns({ store }: Bench): Promise<void> {
  const before = store.takeTurn.mock.calls.length;
  await until(() =>
    expect(store.takeTurn.mock.calls.length).toBeGreaterThan(before + 1),
  );
}

/** Has a cluster be given to the keeper, and its watch fail. */
async function failOnce(
  { state, store, watches }: Bench,
  cluster: string,
  gap: string,
): Promise<number> {
  const [given, opened] = [store.giveUp.mock.calls.length, watches.length];
  state.held = [cluster];
  await until(() => expect(watches).toHaveLength(opened + 1));
  watches.at(-1)!.fail(gap);
  await until(() => expect(store.giveUp).toHaveBeenCalledTimes(given + 1));
  const [call] = store.giveUp.mock.calls.at(-1)!;
  expect(call).toMatchObject({ cluster, gap });
  return call.retryInMs / 60_000;
}

describe('WatchKeeper', () => {
  let bench: Bench;

  beforeEach(() => {
    bench = setUp();
    bench.keeper.start();
  });

  afterEach(() => bench.keeper.stop());

  it('watches what its turns give it, each cluster once', async () => {
    const { keeper, state, store, watches } = bench;
    state.held = ['alpha', 'beta'];
    await until(() => expect(store.markWatched).toHaveBeenCalledTimes(2));
    await turns(bench);

    expect(watches.map(({ location }) => location.name)).toEqual([
      'alpha',
      'beta',
    ]);
    expect(keeper.counts).toEqual({ clusters: 2, objects: 14, overLimit: 0 });
    expect(store.takeTurn).toHaveBeenCalledWith({
      replica: expect.any(String),
      leaseMs: 30,
      most: 10,
      unwatchable: new Map(),
    });
  });

  it('says at its turns which clusters nobody can watch, because they are read through a proxy', async () => {
    const { state, store, watch } = bench;
    Object.assign(state, { proxied: ['beta'], revision: 'second' });
    await until(() =>
      expect(store.takeTurn).toHaveBeenLastCalledWith(
        expect.objectContaining({
          unwatchable: new Map([
            [
              'beta',
              "It is read through Backstage's Kubernetes plugin, whose proxy is not asked for watches.",
            ],
          ]),
        }),
      ),
    );
    expect(watch).not.toHaveBeenCalled();
  });

  it('lets go of what is not its own any more, and keeps the rest', async () => {
    const { keeper, state, watches, logger } = bench;
    state.held = ['alpha', 'beta'];
    await until(() => expect(watches).toHaveLength(2));
    state.held = ['beta'];
    await until(() => expect(watches[0].closed).toBe(true));

    expect(watches[1].closed).toBe(false);
    expect(keeper.counts.clusters).toBe(1);
    expect(logger.info).toHaveBeenCalledWith(
      'Cluster alpha is not watched by this replica any more',
      { cluster: 'alpha' },
    );
  });

  it('watches anew what was taken from it and given back between two turns', async () => {
    const { state, store, watches } = bench;
    state.held = ['alpha'];
    await until(() => expect(store.markWatched).toHaveBeenCalledTimes(1));
    store.takeTurn.mockImplementationOnce(async () => ({
      held: ['alpha'],
      taken: ['alpha'],
      overLimit: 0,
    }));
    await until(() => expect(watches).toHaveLength(2));

    expect(watches[0].closed).toBe(true);
    expect(store.markWatched).toHaveBeenCalledTimes(2);
  });

  it('gives up what cannot be watched, for twice as long each time in a row', async () => {
    const waits: number[] = [];
    for (let time = 0; time < 7; time += 1) {
      waits.push(await failOnce(bench, 'alpha', 'Forbidden.'));
    }

    // Each within a quarter of what it is on average.
    [1, 2, 4, 8, 16, 30, 30].forEach((minutes, time) => {
      expect(waits[time] / minutes).toBeGreaterThanOrEqual(0.75);
      expect(waits[time] / minutes).toBeLessThanOrEqual(1.25);
    });
    expect(bench.logger.warn.mock.calls).toEqual([
      [
        'Cluster alpha is read in turn from now on: Forbidden.',
        { cluster: 'alpha' },
      ],
    ]);
  });

  it('forgets that a cluster failed when that is gone: one of its name is another one', async () => {
    await failOnce(bench, 'alpha', 'Forbidden.');
    await failOnce(bench, 'alpha', 'Forbidden.');
    Object.assign(bench.state, { discovered: ['beta'], revision: 'second' });
    await turns(bench);
    Object.assign(bench.state, {
      discovered: ['alpha', 'beta'],
      revision: 'third',
    });
    await turns(bench);

    expect(await failOnce(bench, 'alpha', 'Forbidden.')).toBeLessThanOrEqual(
      1.25,
    );
    expect(bench.logger.warn).toHaveBeenCalledTimes(2);
  });

  it('finds a cluster that was discovered while it watched nothing', async () => {
    const { state, store, watches } = bench;
    await turns(bench);
    Object.assign(state, {
      discovered: ['alpha', 'beta', 'gamma'],
      revision: 'second',
      held: ['gamma'],
    });
    await until(() => expect(store.markWatched).toHaveBeenCalled());

    expect(store.giveUp).not.toHaveBeenCalled();
    expect(watches.map(({ location }) => location.name)).toEqual(['gamma']);
  });

  it('takes its turns while it looks at Azure, and waits for that with what it cannot know yet', async () => {
    const { state, store, watches } = bench;
    await turns(bench);
    let end = () => {};
    state.look = new Promise(resolve => {
      end = resolve;
    });
    Object.assign(state, {
      discovered: ['alpha', 'beta', 'gamma'],
      revision: 'second',
      held: ['alpha', 'gamma'],
    });
    await until(() => expect(watches).toHaveLength(1));
    await turns(bench);
    await turns(bench);
    expect(watches.map(({ location }) => location.name)).toEqual(['alpha']);

    end();
    await until(() => expect(watches).toHaveLength(2));
    expect(store.giveUp).not.toHaveBeenCalled();
  });

  it('says of a cluster that it was given and cannot find that it is not watched', async () => {
    const { state, store } = bench;
    state.held = ['gamma'];
    await until(() =>
      expect(store.giveUp).toHaveBeenCalledWith(
        expect.objectContaining({
          cluster: 'gamma',
          gap: 'The cluster was not found any more.',
        }),
      ),
    );
  });

  it('lists a cluster anew that somebody asked for, and judges it anew under a new discovery', async () => {
    const { state, store, watches, judge } = bench;
    state.held = ['alpha'];
    await until(() => expect(judge).toHaveBeenCalledTimes(1));
    state.work = [{ cluster: 'alpha', requested: true }];
    await until(() => expect(watches).toHaveLength(2));
    await until(() => expect(judge).toHaveBeenCalledTimes(2));
    expect(store.claim).toHaveBeenLastCalledWith(
      expect.objectContaining({ answersRequest: true, revision: 'first' }),
    );

    state.revision = 'second';
    state.work = [{ cluster: 'alpha', requested: false }];
    await until(() => expect(judge).toHaveBeenCalledTimes(3));
    expect(store.claim).toHaveBeenLastCalledWith(
      expect.objectContaining({ answersRequest: false, revision: 'second' }),
    );
    expect(watches).toHaveLength(2);
  });

  it('says how many clusters the limit leaves, when that changes', async () => {
    const { keeper, state, logger } = bench;
    state.overLimit = 3;
    await until(() => expect(keeper.counts.overLimit).toBe(3));
    await turns(bench);

    expect(logger.warn.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^3 clusters are read in turn.*maxClusters is 10$/,
        ),
      ],
    ]);
  });

  it('goes on after the database was away, and says so once', async () => {
    const { state, store, watches, logger } = bench;
    store.takeTurn.mockRejectedValueOnce(new Error('connection terminated'));
    store.takeTurn.mockRejectedValueOnce(new Error('connection terminated'));
    state.held = ['alpha'];
    await until(() => expect(watches).toHaveLength(1));

    expect(logger.warn).toHaveBeenCalledWith(
      'Watching clusters: Error: connection terminated',
    );
  });

  it('gives all back when it stops, after it has let go', async () => {
    const { keeper, state, store, watches } = bench;
    state.held = ['alpha', 'beta'];
    await until(() => expect(store.markWatched).toHaveBeenCalledTimes(2));
    store.leave.mockImplementation(async () => {
      expect(watches.every(({ closed }) => closed)).toBe(true);
    });
    await keeper.stop();

    expect(store.leave).toHaveBeenCalledTimes(1);
    expect(keeper.counts.clusters).toBe(0);
  });
});
