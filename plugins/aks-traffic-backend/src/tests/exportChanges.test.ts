import {
  startExportRace,
  lookOf,
  readAlpha,
} from '../__testUtils__/exportRace';
import { eventually } from '../__testUtils__/eventually';
import { createTestDatabases, discoveryOf } from '../__testUtils__/storeTest';
import { DefaultTrafficStore } from '../store/DefaultTrafficStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const changed =
  'Cluster alpha changed while the export was written; export again';

/** Complete looks, the last more than an hour after the first, that do not find the cluster. */
async function forget(store: DefaultTrafficStore) {
  for (const minutes of [1, 2, 90]) {
    const takenAt = new Date(Date.now() + minutes * 60_000);
    await store.recordDiscovery(discoveryOf([], { takenAt }));
  }
}

const changes: [string, (store: DefaultTrafficStore) => Promise<unknown>][] = [
  [
    'another resource takes the name of a cluster',
    store => store.recordDiscovery(lookOf('two')),
  ],
  ['a cluster is forgotten', forget],
  [
    'a cluster is forgotten, found anew and read',
    async store => {
      await forget(store);
      await store.recordDiscovery(lookOf('one'));
      await readAlpha(store, 1);
    },
  ],
];

it.each(changes)(
  'refuses an export when %s before it begins',
  async (_, act) => {
    const race = await startExportRace(await databases.init('SQLITE_3'), {
      services: 3,
      nth: 1,
      act,
    });

    const { status, body } = await race.get('/v1/export.json');
    await race.acted();

    expect([status, body.error?.message]).toEqual([409, changed]);
    expect(race.audits.at(-1)).toMatchObject({
      outcome: 'fail',
      status: 409,
      error: changed,
    });
  },
);

it.each(
  changes.flatMap(([what, act]) =>
    ['csv', 'json'].map(format => ({ what, act, format })),
  ),
)(
  'cuts an export as $format off when $what after it began',
  async ({ act, format }) => {
    const race = await startExportRace(await databases.init('SQLITE_3'), {
      services: 1500,
      nth: 2,
      act,
    });

    await expect(race.get(`/v1/export.${format}`)).rejects.toThrow(
      /aborted|hang up|ECONNRESET/,
    );
    await race.acted();

    // The caller may learn of it first.
    await eventually(async () => expect(race.audits).toHaveLength(1));
    expect(race.audits[0]).toMatchObject({
      outcome: 'fail',
      format,
      error: changed,
    });
    expect(race.audits[0]).not.toHaveProperty('status');
  },
);

it.each([
  ['is read again', (store: DefaultTrafficStore) => readAlpha(store, 1500)],
  [
    'has its resource id written in another way',
    (store: DefaultTrafficStore) => store.recordDiscovery(lookOf('ONE')),
  ],
])('writes an export on while a cluster %s', async (_, act) => {
  const race = await startExportRace(await databases.init('SQLITE_3'), {
    services: 1500,
    nth: 2,
    act,
  });

  const { status, body } = await race.get('/v1/export.json');
  await race.acted();

  expect(status).toBe(200);
  expect(body.items).toHaveLength(1500);
});

it('writes an export of other clusters when one is forgotten', async () => {
  const race = await startExportRace(await databases.init('SQLITE_3'), {
    services: 3,
    nth: 1,
    act: forget,
  });

  const { status, body } = await race.get('/v1/export.json?cluster=beta');
  await race.acted();

  expect([status, body.items]).toEqual([200, []]);
});
