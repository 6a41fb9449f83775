import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { TrafficHistory } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { analysis } from '../__testUtils__/analysis';
import { lookOf, startExportRace } from '../__testUtils__/exportRace';
import { ListBackend, startListBackend } from '../__testUtils__/listBackend';
import {
  responsesOf,
  seriesOperations as operations,
} from '../__testUtils__/listOperations';
import { createContract } from '../__testUtils__/openApi';
import { readCsv } from '../__testUtils__/parseCsv';
import { retiringService, settledService } from '../__testUtils__/retiring';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  storeReading,
} from '../__testUtils__/storeTest';
import { addDays, dayOf } from '../store/days';
import { DefaultTrafficStore } from '../store/DefaultTrafficStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const contract = createContract();
const now = new Date();
const today = dayOf(now);

const daysAgo = (days: number) =>
  new Date(now.getTime() - days * 24 * 60 * 60 * 1000);

/** Two days of readings, a day without, then one that finds one Service moved and one gone. */
async function seed(store: DefaultTrafficStore) {
  await store.recordDiscovery(discoveryOf(['alpha']));
  await storeReading(
    store,
    analysis({
      services: [
        retiringService('web', ['app-routing-nginx']),
        retiringService('old', ['ingress-nginx']),
        retiringService('both', ['app-routing-nginx', 'ingress-nginx']),
      ],
    }),
    daysAgo(4),
  );
  await storeReading(
    store,
    analysis({
      services: [
        retiringService('web', ['app-routing-nginx']),
        retiringService('both', ['ingress-nginx']),
      ],
    }),
    daysAgo(3),
  );
  await storeReading(
    store,
    analysis({
      services: [
        settledService('web'),
        retiringService('both', ['ingress-nginx']),
      ],
    }),
    daysAgo(1),
  );
}

describe.each(databases.eachSupportedId())('series on %s', id => {
  let client: Knex;
  let backend: ListBackend;

  beforeAll(async () => {
    client = await databases.init(id);
    await seed(await createTestStore(client));
    backend = await startListBackend(client, AuthorizeResult.ALLOW);
  });

  async function history(query = ''): Promise<TrafficHistory> {
    const response = await backend.get(`/v1/history${query}`);
    contract.check(operations.history, response);
    expect(response.status).toBe(200);
    return response.body;
  }

  const totals = ({ points }: TrafficHistory) =>
    points.map(({ total }) => total);

  it('has a point for each day since recording began', async () => {
    const { points, deadlines, deadlinePrecisions } = await history();

    expect(points).toEqual([
      {
        day: addDays(today, -4),
        atRisk: { 'app-routing-nginx': 2, 'ingress-nginx': 2 },
        total: 3,
        unread: 0,
      },
      {
        day: addDays(today, -3),
        atRisk: { 'app-routing-nginx': 1, 'ingress-nginx': 1 },
        total: 2,
        unread: 0,
      },
      {
        day: addDays(today, -2),
        atRisk: { 'app-routing-nginx': 1, 'ingress-nginx': 1 },
        total: 2,
        unread: 1,
      },
      {
        day: addDays(today, -1),
        atRisk: { 'ingress-nginx': 1 },
        total: 1,
        unread: 0,
      },
      { day: today, atRisk: { 'ingress-nginx': 1 }, total: 1, unread: 1 },
    ]);
    expect(deadlines).toEqual({
      'app-routing-nginx': '2026-11-30',
      'ingress-nginx': '2026-03-31',
    });
    expect(deadlinePrecisions).toEqual({
      'app-routing-nginx': 'month',
      'ingress-nginx': 'month',
    });
  });

  it.each([
    ['?days=2', [1, 1]],
    ['?system=app-routing-nginx', [2, 1, 1, 0, 0]],
    ['?retirement=RET-NGINX-UPSTREAM', [2, 1, 1, 1, 1]],
    ['?system=ingress-nginx&system=app-routing-nginx', [3, 2, 2, 1, 1]],
    ['?system=istio', [0, 0, 0, 0, 0]],
    ['?state=moved', [1, 1, 1, 0, 0]],
    ['?search=old', [1, 0, 0, 0, 0]],
    ['?cluster=beta', [0, 0, 0, 0, 0]],
  ])('narrows history by %s', async (query, expected) => {
    expect(totals(await history(query))).toEqual(expected);
  });

  it('counts no cluster as unread that the filter leaves out', async () => {
    const { points } = await history('?cluster=beta');

    expect(points.map(({ unread }) => unread)).toEqual([0, 0, 0, 0, 0]);
  });

  it('writes what the list shows as CSV, and audits that', async () => {
    const response = await backend.get(
      '/v1/export.csv?orderBy=service:asc&state=at-risk&state=moved',
    );
    contract.check(operations.csv, response);

    const services = readCsv(response.text).flatMap(
      ({ service = [] }) => service,
    );
    expect(services).toEqual(['both', 'web']);
    expect(response.headers['content-disposition']).toBe(
      'attachment; filename="aks-traffic-services.csv"',
    );
    expect(backend.audits.at(-1)).toEqual({
      eventId: 'service-export',
      outcome: 'success',
      format: 'csv',
      filter: { state: ['at-risk', 'moved'] },
      services: 2,
    });
  });

  it('writes what the list shows as JSON, and audits that', async () => {
    const list = await backend.get('/v1/services');
    const response = await backend.get('/v1/export.json');
    contract.check(operations.json, response);

    expect(response.body.items).toEqual(list.body.items);
    expect(backend.audits.at(-1)).toMatchObject({
      outcome: 'success',
      format: 'json',
      services: 2,
    });
  });

  it('writes whole documents when nothing matches', async () => {
    const csv = await backend.get('/v1/export.csv?search=nothing');
    const json = await backend.get('/v1/export.json?search=nothing');

    expect(csv.text).toMatch(/^service,.*\r\n$/s);
    expect(readCsv(csv.text)).not.toContainEqual(
      expect.objectContaining({ service: expect.anything() }),
    );
    expect(json.body).toMatchObject({ items: [] });
  });

  it.each([
    ['history', '?days=0', 'days'],
    ['history', '?days=731', 'days'],
    ['history', '?limit=5', 'limit'],
    ['csv', '?cursor=x', 'cursor'],
    ['json', '?risk=severe', 'risk'],
  ] as const)('refuses %s%s and names %s', async (name, query, parameter) => {
    const path = operations[name].replace('get ', '');
    const response = await backend.get(`${path}${query}`);

    contract.check(operations[name], response);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(
      `Query parameter ${parameter} `,
    );
  });
});

it('exports more Services than are read at a time, each once', async () => {
  const client = await databases.init('SQLITE_3');
  const store = await createTestStore(client);
  await store.recordDiscovery(discoveryOf(['alpha']));
  const names = Array.from({ length: 2500 }, (_, index) => `service-${index}`);
  await storeReading(store, analysis({ services: names.map(settledService) }));
  const { get } = await startListBackend(client, AuthorizeResult.ALLOW);

  const { body } = await get('/v1/export.json');

  expect(
    body.items.map(({ service }: { service: string }) => service).sort(),
  ).toEqual(names.sort());
});

it.each(['csv', 'json'] as const)(
  'refuses an export as %s that would miss the Services of a cluster it calls complete',
  async format => {
    const race = await startExportRace(await databases.init('SQLITE_3'), {
      services: 1,
      nth: 1,
      act: store => store.recordDiscovery(lookOf('two')),
    });

    const response = await race.get(`/v1/export.${format}`);
    await race.acted();

    contract.check(operations[format], response);
    expect(response.status).toBe(409);
  },
);

describe('authorisation of series', () => {
  const names = ['history', 'csv', 'json'] as const;

  it.each(names)('refuses anonymous callers: %s', async name => {
    const client = await databases.init('SQLITE_3');
    const { get } = await startListBackend(client, AuthorizeResult.ALLOW);
    const response = await get(
      operations[name].replace('get ', ''),
      mockCredentials.none.header(),
    );

    contract.check(operations[name], response);
    expect(response.status).toBe(401);
  });

  it.each(names)('refuses callers without the permission: %s', async name => {
    const client = await databases.init('SQLITE_3');
    const { get, audits } = await startListBackend(
      client,
      AuthorizeResult.DENY,
    );
    const response = await get(operations[name].replace('get ', ''));

    contract.check(operations[name], response);
    expect(response.status).toBe(403);
    expect(audits.map(({ outcome, format }) => [outcome, format])).toEqual(
      name === 'history' ? [] : [['fail', name]],
    );
  });
});

describe('the contract of series', () => {
  it('describes exactly what was answered by the tests above', () => {
    expect([...contract.seen].sort()).toEqual(
      responsesOf(operations, contract.described),
    );
  });
});
