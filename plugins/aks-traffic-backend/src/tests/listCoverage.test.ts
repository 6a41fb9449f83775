import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ClusterCoverage,
  ClusterList,
  ListCoverage,
} from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { analysis } from '../__testUtils__/analysis';
import { ListBackend, startListBackend } from '../__testUtils__/listBackend';
import {
  listOperations,
  seriesOperations,
} from '../__testUtils__/listOperations';
import { createContract } from '../__testUtils__/openApi';
import { readCsv } from '../__testUtils__/parseCsv';
import { retiringService } from '../__testUtils__/retiring';
import {
  claim,
  createTestDatabases,
  createTestStore,
  discoveryOf,
  storeReading,
} from '../__testUtils__/storeTest';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const contract = createContract();
const operations = { ...listOperations, ...seriesOperations };
const now = new Date();

const daysAgo = (days: number) =>
  new Date(now.getTime() - days * 24 * 60 * 60 * 1000);

/** A cluster of each state, and one that nobody has tried to read yet. */
async function seed(client: Knex): Promise<void> {
  const store = await createTestStore(client);
  const names: string[] = [];
  // One after the other, so that the one that is claimed is the new one.
  const discover = (name: string) => {
    names.push(name);
    return store.recordDiscovery(
      discoveryOf(names, { gaps: ['Subscription x is hidden.'] }),
    );
  };
  const fail = async (cluster: string, gap: string, at: Date) => {
    const { token } = (await claim(store, at))!;
    await store.keepCluster({ cluster, claim: token, gaps: [gap], now: at });
  };
  const read = (
    cluster: string,
    at: Date,
    coverage: Partial<ClusterCoverage> = {},
  ) => {
    const service = retiringService('web', ['app-routing-nginx']);
    const services = [{ ...service, traffic: { ...service.traffic, cluster } }];
    return storeReading(store, analysis({ cluster, services, coverage }), at);
  };

  await discover('old');
  await read('old', daysAgo(10));
  await fail('old', 'The API server did not answer.', daysAgo(9));
  await discover('whole');
  await read('whole', now);
  await discover('part');
  await read('part', now, {
    state: 'partial',
    gaps: ['Ingresses may not be listed.', 'Pods may not be listed.'],
  });
  await discover('closed');
  await fail('closed', 'The API server refused the token.', now);
  await discover('unseen');
}

const unread = 'The cluster has not been read yet.';
const gaps = [
  'Subscription x is hidden.',
  'The catalog has not been read yet, so that no Service has an owner.',
];

/** What the rows of a CSV file say that are not about Services. */
const missingIn = (text: string) =>
  readCsv(text).filter(({ service }) => service === undefined);

describe.each(databases.eachSupportedId())(
  'what lists cannot speak for, on %s',
  id => {
    let backend: ListBackend;

    beforeAll(async () => {
      const client = await databases.init(id);
      await seed(client);
      backend = await startListBackend(client, AuthorizeResult.ALLOW);
    });

    async function ask(name: keyof typeof operations, query = '') {
      const path = operations[name].replace('get ', '');
      const response = await backend.get(`${path}${query}`);
      contract.check(operations[name], response);
      expect(response.status).toBe(200);
      return response;
    }

    it('is said by a file for programs in the words of the list of clusters', async () => {
      const { body } = await ask('json');
      const { body: list } = await backend.get('/v1/clusters');

      expect(body.clusters).toEqual(
        (list as ClusterList).items.map(({ coverage }) => coverage),
      );
      expect(body.clusters).toEqual([
        {
          cluster: 'closed',
          state: 'unreachable',
          gaps: ['The API server refused the token.'],
        },
        {
          cluster: 'old',
          state: 'stale',
          observedAt: daysAgo(10).toISOString(),
          gaps: [
            'The API server did not answer.',
            expect.stringContaining('The last good reading is older than'),
          ],
        },
        {
          cluster: 'part',
          state: 'partial',
          observedAt: now.toISOString(),
          gaps: ['Ingresses may not be listed.', 'Pods may not be listed.'],
        },
        { cluster: 'unseen', state: 'unreachable', gaps: [unread] },
        {
          cluster: 'whole',
          state: 'complete',
          observedAt: now.toISOString(),
          gaps: [],
        },
      ]);
      expect(body.coverage).toEqual({
        complete: 1,
        partial: 1,
        stale: 1,
        unreachable: 2,
      });
      expect(body.gaps).toEqual(gaps);
      expect(body.items).toHaveLength(3);
    });

    it('is in a spreadsheet above the first Service, those clusters first that have none in it', async () => {
      const rows = readCsv((await ask('csv', '?orderBy=cluster:asc')).text);

      expect(rows).toEqual([
        ...gaps.map(gap => ({ gaps: gap })),
        {
          cluster: 'closed',
          coverage: 'unreachable',
          gaps: 'The API server refused the token.',
        },
        { cluster: 'unseen', coverage: 'unreachable', gaps: unread },
        {
          cluster: 'old',
          coverage: 'stale',
          observedAt: daysAgo(10).toISOString(),
          gaps: expect.stringMatching(
            /^The API server did not answer\. The last good reading is older than .*\.$/,
          ),
        },
        {
          cluster: 'part',
          coverage: 'partial',
          observedAt: now.toISOString(),
          gaps: 'Ingresses may not be listed. Pods may not be listed.',
        },
        ...['old', 'part', 'whole'].map(cluster =>
          expect.objectContaining({ cluster, service: 'web' }),
        ),
      ]);
    });

    it('is counted beside each page of the list as beside the counts', async () => {
      const { body: summary } = await ask('summary', '?groupBy=system');
      const { body: first } = await ask('services', '?limit=2');
      const { body: second } = await ask(
        'services',
        `?cursor=${first.pageInfo.nextCursor}`,
      );

      for (const { coverage, gaps: told } of [first, second, summary]) {
        expect({ coverage, gaps: told }).toEqual({
          coverage: { complete: 1, partial: 1, stale: 1, unreachable: 2 },
          gaps,
        });
      }
    });

    it.each([
      '?system=ingress-nginx',
      '?risk=critical',
      '?owner=team-a',
      '?search=nothing',
    ])(
      'is all of it where a filter leaves out what was read: %s',
      async query => {
        const whole = missingIn((await ask('csv')).text);
        const { text } = await ask('csv', query);
        const { body } = await ask('json', query);
        const { body: list } = await ask('services', query);

        expect(readCsv(text)).toEqual(whole);
        expect(body.items).toEqual([]);
        expect(body.clusters).toHaveLength(5);
        expect(list.coverage.unreachable).toBe(2);
      },
    );

    it('is narrowed to the clusters that are asked for', async () => {
      const query = '?cluster=unseen&cluster=whole';
      const told = missingIn((await ask('csv', query)).text);
      const { body } = await ask('json', query);
      const { body: list } = await ask('services', query);

      expect(told.map(({ cluster }) => cluster)).toEqual([
        ...gaps.map(() => undefined),
        'unseen',
      ]);
      expect(
        body.clusters.map(({ cluster }: ClusterCoverage) => cluster),
      ).toEqual(['unseen', 'whole']);
      for (const { coverage } of [body, list] as ListCoverage[]) {
        expect(coverage).toEqual({
          complete: 1,
          partial: 0,
          stale: 0,
          unreachable: 1,
        });
      }
    });
  },
);

it('is that nothing has been looked for, before the first look', async () => {
  const client = await databases.init('SQLITE_3');
  await createTestStore(client);
  const { get } = await startListBackend(client, AuthorizeResult.ALLOW);

  const { text } = await get('/v1/export.csv');
  const { body } = await get('/v1/export.json');

  expect(missingIn(text)).toContainEqual({
    gaps: 'Clusters have not been looked for yet.',
  });
  expect(body).toMatchObject({
    clusters: [],
    gaps: expect.arrayContaining(['Clusters have not been looked for yet.']),
    items: [],
  });
});
