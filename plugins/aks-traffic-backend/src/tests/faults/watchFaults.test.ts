import { Knex } from 'knex';
import { eventually } from '../../__testUtils__/eventually';
import {
  createTestDatabases,
  listServices,
} from '../../__testUtils__/storeTest';
import { DbWatchRow } from '../../store/tables';
import { expectPage } from './__testUtils__/reliabilityPage';
import { watchFaults } from './__testUtils__/watchFaults';
import { configuration, WatchRun } from './__testUtils__/WatchRun';
import { connectionOf, startProcess } from './__testUtils__/startProcess';
import { WatchVictimOrder } from './__testUtils__/watchVictim';

jest.setTimeout(90_000);

const databases = createTestDatabases();

describe('faults of watches', () => {
  let client: Knex;
  let run: WatchRun;

  beforeAll(async () => {
    client = await databases.init('POSTGRES_18');
    run = await WatchRun.begin(client);
  });

  afterAll(() => run?.end());

  it.each(watchFaults.map(fault => [fault.fault, fault] as const))(
    '%s',
    async (_, fault) => {
      expect(await run.suffer(fault)).toBe('every verdict');
    },
  );

  it('judges a thousand changes in a few goes', async () => {
    const { judged } = run.replica;
    const service = (port: number) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'restless', namespace: 'default' },
      spec: {
        type: port === 1_000 ? 'NodePort' : 'ClusterIP',
        ports: [{ port }],
      },
    });
    for (let port = 1; port <= 1_000; port += 1) {
      await run.change(service(port));
    }
    await eventually(async () =>
      expect(await listServices(run.store)).toContainEqual(
        expect.objectContaining({
          service: 'restless',
          exposure: 'node-port',
        }),
      ),
    );
    expect(run.replica.judged - judged).toBeLessThan(20);
    run.seen.push({
      fault: 'A thousand changes in a row',
      seen: 'the last of them; watched, and judged in a few goes',
      kept: 'every verdict',
    });
    await run.remove('restless');
  });

  it('that a replica held are held by another when it was killed', async () => {
    const watched = () =>
      client<DbWatchRow>('watches').whereNotNull('watched_since');
    const [{ replica: survivor }] = await watched();
    const victim = startProcess(
      require.resolve('./__testUtils__/watchVictim'),
      {
        connection: connectionOf(client),
        aksTraffic: configuration(run.simulator),
      } satisfies WatchVictimOrder,
    );
    try {
      const { cluster } = await eventually(async () => {
        expect(victim.errors()).toBe('');
        const [theirs] = await watched().whereNot({ replica: survivor });
        expect(theirs).toBeDefined();
        return theirs;
      });
      await victim.kill();
      const service = {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'after-the-kill', namespace: 'default' },
        spec: { type: 'NodePort', ports: [{ port: 80 }] },
      };
      await run.change(service, cluster);
      await eventually(async () => {
        expect(await watched().where({ cluster })).toEqual([
          expect.objectContaining({ replica: survivor }),
        ]);
        expect(await listServices(run.store)).toContainEqual(
          expect.objectContaining({ cluster, service: 'after-the-kill' }),
        );
      });
      await run.remove('after-the-kill', cluster);
    } finally {
      await victim.kill();
    }
    run.seen.push({
      fault: 'The replica that watches a cluster is killed (kill -9)',
      seen: 'the change; watched by another replica when three turns were missed',
      kept: 'every verdict',
    });
  });

  it('are all told in docs/reliability.md as they were seen', () => {
    expect(run.seen).toHaveLength(watchFaults.length + 2);
    expectPage('watches', run.seen);
  });
});
