import { mockServices } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import knex, { Knex } from 'knex';
import { analysis, serviceTraffic } from '../../__testUtils__/analysis';
import { component } from '../../__testUtils__/entity';
import { eventually } from '../../__testUtils__/eventually';
import {
  claim,
  createTestDatabases,
  createTestStore,
  discoveryOf,
  listServices,
  minutesLater,
  start,
  storeReading,
} from '../../__testUtils__/storeTest';
import { LinkTask } from '../../link/LinkTask';
import { describeLinkGaps } from '../../service/describeGaps';
import { DefaultLinkStore } from '../../store/DefaultLinkStore';
import { DefaultTrafficStore } from '../../store/DefaultTrafficStore';
import { openDatabase } from '../../store/openDatabase';
import { readLinkedAt } from '../../store/operations/catalog/readLinkedAt';
import { expectPage, SeenFault } from './__testUtils__/reliabilityPage';
import { readWarnings } from './__testUtils__/readSight';
import { Victims } from './__testUtils__/Victims';

jest.setTimeout(90_000);

const databases = createTestDatabases();
const seen: SeenFault[] = [];
const victims = new Victims();
const others: Knex[] = [];

afterEach(async () => {
  await victims.killAll();
  await Promise.all(others.splice(0).map(other => other.destroy()));
});

const services = (count: number, exposure: 'public' | 'internal') =>
  Array.from({ length: count }, (_, index) => ({
    traffic: serviceTraffic({ service: `web-${index}`, exposure }),
    labelSets: [],
  }));

/** A second way into the database of a test: the pool of the first is the one that is hurt. */
function connectAgain(client: Knex): Knex {
  const { connection } = client.client.config;
  const other = knex({ client: 'pg', connection });
  others.push(other);
  return other;
}

/** Lets the next transaction that touches a table wait in its middle. */
async function holdTable(client: Knex, table: string) {
  const other = connectAgain(client);
  const tx = await other.transaction();
  await tx.raw('LOCK TABLE ?? IN ACCESS EXCLUSIVE MODE', [table]);
  return {
    // Outside of the transaction, in which PostgreSQL would go on showing what was active at the first look.
    waiters: async (): Promise<number[]> => {
      const { rows } = await other.raw(
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      return rows.map(({ pid }: { pid: number }) => pid);
    },
    kill: (pid: number) => other.raw('SELECT pg_terminate_backend(?)', [pid]),
    release: () => tx.rollback(),
  };
}

async function oneWaiter(
  held: Awaited<ReturnType<typeof holdTable>>,
  errors = () => '',
) {
  return eventually(async () => {
    expect(errors()).toBe('');
    const pids = await held.waiters();
    expect(pids).toHaveLength(1);
    return pids[0];
  });
}

async function storeWithSnapshot(client: Knex) {
  const store = await createTestStore(client);
  await store.recordDiscovery(discoveryOf(['alpha']));
  await storeReading(store, analysis({ services: services(3, 'public') }));
  return store;
}

async function nextReplacement(store: DefaultTrafficStore, count: number) {
  const taken = await claim(store, minutesLater(5));
  return {
    cluster: 'alpha',
    claim: taken!.token,
    analysis: analysis({ services: services(count, 'internal') }),
    objects: [],
    observedAt: minutesLater(5).toISOString(),
    analysedAt: minutesLater(5),
    knownKinds: [],
    servicesWhole: true,
  };
}

async function exposures(store: DefaultTrafficStore) {
  return (await listServices(store)).map(({ exposure }) => exposure);
}

const old = ['public', 'public', 'public'];

describe('faults of database, process and catalog', () => {
  it('PostgreSQL ends the connection in the middle of a write', async () => {
    const client = await databases.init('POSTGRES_18');
    const store = await storeWithSnapshot(client);
    const replacement = await nextReplacement(store, 2);
    const held = await holdTable(client, 'service_list');

    const writing = store.replaceCluster(replacement).catch(error => error);
    await held.kill(await oneWaiter(held));
    expect(await writing).toBeInstanceOf(Error);
    await held.release();
    const warnings = await readWarnings(store, minutesLater(5));
    expect(await exposures(store)).toEqual(old);

    expect(await store.replaceCluster(replacement)).toMatchObject({
      outcome: 'stored',
    });
    expect(await exposures(store)).toEqual(['internal', 'internal']);
    seen.push({
      fault:
        'PostgreSQL ends the connection in the middle of a write, as a restart does',
      seen: `${warnings}: the cluster is read again when its claim ends`,
      kept: 'every verdict',
    });
  });

  it('the disk of SQLite is full', async () => {
    const client = await databases.init('SQLITE_3');
    const store = await storeWithSnapshot(client);
    const replacement = await nextReplacement(store, 500);
    const [{ page_count: pages }] = await client.raw('PRAGMA page_count');
    const [{ max_page_count: most }] = await client.raw(
      'PRAGMA max_page_count',
    );

    await client.raw(`PRAGMA max_page_count = ${pages + 1}`);
    await expect(store.replaceCluster(replacement)).rejects.toThrow(/full/);
    const warnings = await readWarnings(store, minutesLater(5));
    const later = await readWarnings(store, minutesLater(90));
    expect(await exposures(store)).toEqual(old);

    await client.raw(`PRAGMA max_page_count = ${most}`);
    await store.replaceCluster(replacement);
    expect(await exposures(store)).toHaveLength(500);
    seen.push({
      fault: 'The disk under SQLite is full',
      seen: `${warnings} at first; later ${later}`,
      kept: 'every verdict',
    });
  });

  it('a process is killed in the middle of a write, and another one takes over', async () => {
    const client = await databases.init('POSTGRES_18');
    const store = await storeWithSnapshot(client);
    const { analysedAt, ...replacement } = await nextReplacement(store, 2);
    const held = await holdTable(client, 'service_list');
    const victim = victims.start(client, { kind: 'replace', replacement });
    await oneWaiter(held, victim.errors);

    await victim.kill();
    await held.release();
    await eventually(async () => expect(await exposures(store)).toEqual(old));
    const warnings = await readWarnings(store, minutesLater(6));

    expect(await claim(store, minutesLater(6), 'next')).toBeUndefined();
    const taken = await claim(store, minutesLater(30), 'next');
    expect(taken?.cluster).toBe('alpha');
    await expect(
      store.replaceCluster({ ...replacement, analysedAt }),
    ).resolves.toEqual({ outcome: 'superseded' });
    seen.push({
      fault: 'A replica is killed in the middle of a write (kill -9)',
      seen: `${warnings}: another replica reads the cluster when the claim of the dead one ends`,
      kept: 'every verdict',
    });
  });

  it('a migration is killed in its middle', async () => {
    const client = await databases.init('POSTGRES_18');
    const directory = resolvePackagePath(
      'backstage-plugin-aks-traffic-backend',
      'migrations',
    );
    await client.migrate.up({ directory, name: '20261123090000_init.js' });
    const held = await holdTable(client, 'services');
    const victim = victims.start(client, { kind: 'migrate' });
    await oneWaiter(held, victim.errors);

    await victim.kill();
    await held.release();

    await eventually(() =>
      openDatabase(
        mockServices.database.mock({
          getClient: async () => client,
          migrations: { skip: false },
        }),
      ),
    );
    expect(await storeWithSnapshot(client).then(exposures)).toEqual(old);
    seen.push({
      fault: 'The backend is killed while it migrates its tables (kill -9)',
      seen: 'nothing: the next start migrates them',
      kept: 'every verdict',
    });
  });

  it('two replicas look for work in one shard', async () => {
    const client = await databases.init('POSTGRES_18');
    const names = Array.from({ length: 20 }, (_, index) => `c${index}`);
    const one = await createTestStore(client);
    const other = new DefaultTrafficStore(connectAgain(client));
    await one.recordDiscovery(discoveryOf(names));

    const taken: string[] = [];
    while (taken.length < names.length) {
      const claims = await Promise.all(
        [one, other, one, other].map(store => claim(store, start, 'sweep')),
      );
      taken.push(...claims.flatMap(each => each?.cluster ?? []));
    }
    expect(taken.sort()).toEqual([...names].sort());
    seen.push({
      fault: 'Two replicas work on one shard',
      seen: 'nothing: no cluster is read twice',
      kept: 'every verdict',
    });
  });

  it('the catalog is down', async () => {
    const client = await databases.init('SQLITE_3');
    const store = await createTestStore(client);
    await store.recordDiscovery(discoveryOf(['alpha']));
    await storeReading(
      store,
      analysis({
        services: [
          {
            traffic: serviceTraffic(),
            labelSets: [{ 'backstage.io/kubernetes-id': 'web' }],
          },
        ],
      }),
    );
    const link = (catalog: ReturnType<typeof catalogServiceMock>) =>
      new LinkTask({
        auth: mockServices.auth(),
        catalog,
        logger: mockServices.logger.mock(),
        store: new DefaultLinkStore(client),
        clock: () => start,
      }).run(new AbortController().signal);
    await link(
      catalogServiceMock({ entities: [component('web', { id: 'web' })] }),
    );
    const linked = () =>
      client('service_list').whereNotNull('entity_id').count({ n: '*' });
    expect(await linked()).toEqual([{ n: 1 }]);

    const down = catalogServiceMock();
    jest.spyOn(down, 'queryEntities').mockRejectedValue(new Error('down'));
    jest.spyOn(down, 'getEntities').mockRejectedValue(new Error('down'));
    await link(down);

    expect(await linked()).toEqual([{ n: 1 }]);
    const [gap] = describeLinkGaps(await readLinkedAt({ tx: client }), {
      now: minutesLater(60),
      staleAfterMs: 15 * 60_000,
    });
    expect(gap).toContain('the catalog could not be read since');
    seen.push({
      fault: 'The catalog is down',
      seen: gap,
      kept: 'every verdict, and which entity and owner it belongs to',
    });
  });

  it('are all told in docs/reliability.md', () => {
    expect(seen).toHaveLength(6);
    expectPage('process', seen);
  });
});
