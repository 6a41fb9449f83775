import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { analysis } from '../../__testUtils__/analysis';
import { discovery, observation } from '../../__testUtils__/observation';
import { eventually } from '../../__testUtils__/eventually';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  listClusters,
} from '../../__testUtils__/storeTest';
import { createClusterClaims } from '../../claims/clusterClaims';
import { createLookClaims } from '../../claims/lookClaims';
import { claimForMs, turnMs } from '../../claims/takeOver';
import { DefaultLookStore } from '../../store/DefaultLookStore';
import { ClusterReader } from '../../sweep/ClusterReader';
import { Discoveries } from '../../sweep/Discoveries';
import { DiscoverTask } from '../../sweep/DiscoverTask';
import { ShardTask } from '../../sweep/ShardTask';
import { expectPage, SeenFault } from './__testUtils__/reliabilityPage';
import { readWarnings } from './__testUtils__/readSight';
import { Victims } from './__testUtils__/Victims';

jest.setTimeout(120_000);

const databases = createTestDatabases();
const seen: SeenFault[] = [];
const victims = new Victims();
const clock = () => new Date();
const { signal } = new AbortController();

afterEach(() => victims.killAll());

/** Those of the product, or a tenth of them, which is enough to tell order from chance. */
const times = process.env.TAKE_OVER
  ? { claimFor: claimForMs, turn: turnMs }
  : { claimFor: claimForMs / 10, turn: turnMs / 10 };

/** Says how long it took when it was measured with the times of the product. */
function tellTime(what: string, killedAt: number): void {
  if (process.env.TAKE_OVER) {
    const seconds = ((Date.now() - killedAt) / 1000).toFixed(1);
    process.stderr.write(`${what} taken over after ${seconds} s\n`);
  }
}

describe('replicas that die', () => {
  it('a process is killed while it reads, and another one reads its clusters in the same sweep', async () => {
    const client = await databases.init('POSTGRES_18');
    const store = await createTestStore(client);
    const names = Array.from({ length: 6 }, (_, index) => `c${index}`);
    await store.recordDiscovery(discoveryOf(names, { takenAt: new Date() }));
    const held = async () =>
      (await client('clusters').whereNotNull('claim').orderBy('name')).map(
        ({ name }) => name,
      );
    const { claimFor, turn } = times;
    const victim = victims.start(client, {
      kind: 'read',
      clusters: names,
      window: 2,
      claimForMs: claimFor,
    });
    const inHand = await eventually(async () => {
      expect(victim.errors()).toBe('');
      expect(await held()).toHaveLength(2);
      return held();
    });
    const collector = {
      discover: async () => discovery(names),
      observe: jest.fn(async ({ name }: { name: string }) =>
        observation({ cluster: name, observedAt: clock().toISOString() }),
      ),
    };
    const survivor = new ShardTask({
      shard: { index: 0, count: 1 },
      store,
      discoveries: new Discoveries({ collector, store }),
      reader: new ClusterReader({
        collector,
        store,
        analyzeCluster: ({ cluster }) => analysis({ cluster }),
        severities: {},
        logger: mockServices.logger.mock(),
        clock,
      }),
      window: 8,
      claims: createClusterClaims({ store, claimForMs: claimFor }),
      beginWithinMs: 60_000,
      clock,
    });
    const read = () =>
      collector.observe.mock.calls.map(([{ name }]) => name).sort();

    // Longer than a claim holds by itself: the victim lives, and says so.
    await sleep(1.5 * claimFor);
    await survivor.run(signal);
    expect(read()).toEqual(names.filter(name => !inHand.includes(name)));

    await victim.kill();
    const killedAt = Date.now();
    while (read().length < names.length) {
      await sleep(turn);
      await survivor.run(signal);
    }
    tellTime('Readings', killedAt);
    const warnings = await readWarnings(store, clock());
    expect(read()).toEqual(names);
    expect(await held()).toEqual([]);
    seen.push({
      fault: 'A replica is killed while it reads clusters (kill -9)',
      seen: `${warnings}: another replica reads them, in the same sweep`,
      kept: 'every verdict',
    });
  });

  it('a process is killed while it looks at Azure, and another one looks in its place', async () => {
    const client = await databases.init('POSTGRES_18');
    const store = await createTestStore(client);
    const looks = new DefaultLookStore(client);
    const { claimFor, turn } = times;
    const collector = {
      discover: jest.fn(async () => discovery(['alpha'])),
      observe: jest.fn(),
    };
    const survivor = new DiscoverTask({
      collector,
      store,
      looks,
      claims: createLookClaims({ looks, claimForMs: claimFor }),
      discoveries: new Discoveries({ collector, store }),
      logger: mockServices.logger.mock(),
      timeoutMs: 60_000,
      beginSweep: async () => {},
    });
    await looks.request({ now: clock() });
    const victim = victims.start(client, {
      kind: 'look',
      claimForMs: claimFor,
    });
    await eventually(async () => {
      expect(victim.errors()).toBe('');
      expect(await client('looks').whereNotNull('claim')).toHaveLength(1);
    });

    await sleep(1.5 * claimFor);
    await survivor.run(signal);
    expect(collector.discover).not.toHaveBeenCalled();

    await victim.kill();
    const killedAt = Date.now();
    while (collector.discover.mock.calls.length === 0) {
      await sleep(turn);
      await survivor.run(signal);
    }
    tellTime('The look', killedAt);
    expect(await listClusters(store)).toHaveLength(1);
    await survivor.run(signal);
    expect(collector.discover).toHaveBeenCalledTimes(1);
    seen.push({
      fault: 'A replica is killed while it looks at Azure (kill -9)',
      seen: 'nothing: another replica looks in its place',
      kept: 'every verdict',
    });
  });

  it('are all told in docs/reliability.md', () => {
    expect(seen).toHaveLength(2);
    expectPage('replicas', seen);
  });
});
