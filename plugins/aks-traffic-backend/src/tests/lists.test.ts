import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ServiceList,
  TrafficSummary,
} from 'backstage-plugin-aks-traffic-common';
import {
  analysis,
  entryPoint,
  LabelledService,
  serviceTraffic,
} from '../__testUtils__/analysis';
import { ListBackend, startListBackend } from '../__testUtils__/listBackend';
import {
  listOperations as operations,
  responsesOf,
} from '../__testUtils__/listOperations';
import { createContract } from '../__testUtils__/openApi';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  storeReading,
} from '../__testUtils__/storeTest';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const contract = createContract();

const retirement = {
  retirement: 'RET-NGINX-AKS',
  date: '2026-11-30',
  state: 'ending' as const,
  statement: 'It ends.',
  doesNotMean: 'It does not stop.',
  evidence: [],
};

/** Eleven Services on a retiring system, one that is not judged, one that nothing leads into. */
const services: LabelledService[] = [
  ...Array.from({ length: 11 }, (_, index) => ({
    traffic: serviceTraffic({
      service: `shop-${String(index).padStart(2, '0')}`,
      risk: index === 3 ? ('critical' as const) : ('high' as const),
    }),
    assessment: {
      retirements: [retirement],
      score: 40 + index,
      effort: 'low' as const,
    },
    labelSets: [],
  })),
  {
    traffic: serviceTraffic({
      namespace: 'pay',
      service: 'unjudged',
      entryPoints: [entryPoint('istio'), entryPoint('traefik')],
      risk: 'unknown',
    }),
    assessment: { effort: 'unknown' as const },
    labelSets: [],
  },
  {
    traffic: serviceTraffic({
      service: 'inner',
      entryPoints: [],
      exposure: 'cluster-only',
      risk: 'none',
    }),
    assessment: { score: 0 },
    labelSets: [],
  },
];

describe.each(databases.eachSupportedId())('lists on %s', id => {
  let get: ListBackend['get'];
  const now = new Date();

  beforeAll(async () => {
    const client = await databases.init(id);
    const store = await createTestStore(client);
    await store.recordDiscovery(discoveryOf(['alpha']));
    await storeReading(store, analysis({ services }), now);
    await store.recordDiscovery(
      discoveryOf(['alpha', 'beta'], { gaps: ['Subscription x is hidden.'] }),
    );
    ({ get } = await startListBackend(client, AuthorizeResult.ALLOW));
  });

  async function list(query = ''): Promise<ServiceList> {
    const response = await get(`/v1/services${query}`);
    contract.check(operations.services, response);
    expect(response.status).toBe(200);
    return response.body;
  }

  async function summary(query: string): Promise<TrafficSummary> {
    const response = await get(`/v1/summary${query}`);
    contract.check(operations.summary, response);
    expect(response.status).toBe(200);
    return response.body;
  }

  const names = ({ items }: ServiceList) => items.map(({ service }) => service);

  it('shows the worst first, and everything that a row needs', async () => {
    const { items, totalItems, pageInfo } = await list();

    expect(totalItems).toBe(13);
    expect(pageInfo).toEqual({});
    expect(items[0]).toEqual({
      cluster: 'alpha',
      namespace: 'shop',
      service: 'shop-03',
      systems: ['app-routing-nginx'],
      exposure: 'public',
      egress: [],
      risk: 'critical',
      score: 43,
      effort: 'low',
      deadline: '2026-11-30',
      deadlinePrecision: 'month',
      retirements: ['RET-NGINX-AKS'],
      state: 'at-risk',
      waivers: 0,
      coverage: 'complete',
      observedAt: now.toISOString(),
    });
    // The worst risk first, then the highest score.
    expect(names({ items } as ServiceList)).toEqual([
      'shop-03',
      ...['shop-10', 'shop-09', 'shop-08', 'shop-07', 'shop-06', 'shop-05'],
      ...['shop-04', 'shop-02', 'shop-01', 'shop-00'],
      'unjudged',
      'inner',
    ]);
  });

  /** All pages from the first to the last, and back. */
  async function walk(order: string) {
    const forth: ServiceList[] = [await list(`?limit=5&orderBy=${order}`)];
    while (forth.at(-1)!.pageInfo.nextCursor) {
      const { nextCursor } = forth.at(-1)!.pageInfo;
      forth.push(await list(`?limit=5&cursor=${nextCursor}`));
    }
    const back: ServiceList[] = [forth.at(-1)!];
    while (back.at(-1)!.pageInfo.prevCursor) {
      const { prevCursor } = back.at(-1)!.pageInfo;
      back.push(await list(`?limit=5&cursor=${prevCursor}`));
    }

    return { forth, back };
  }

  it('pages through all of them and back without losing or repeating one', async () => {
    const { forth, back } = await walk('score:desc');

    expect(forth.map(names)).toEqual([
      ['shop-10', 'shop-09', 'shop-08', 'shop-07', 'shop-06'],
      ['shop-05', 'shop-04', 'shop-03', 'shop-02', 'shop-01'],
      ['shop-00', 'inner', 'unjudged'],
    ]);
    expect(back.map(names)).toEqual([...forth.map(names)].reverse());
    expect(forth.map(({ totalItems }) => totalItems)).toEqual([13, 13, 13]);
  });

  it.each(['risk:desc', 'risk:asc'])(
    'pages by %s in one order',
    async order => {
      const { forth, back } = await walk(order);

      const whole = names(await list(`?limit=50&orderBy=${order}`));
      expect(forth.flatMap(names)).toEqual(whole);
      expect(back.map(names)).toEqual([...forth.map(names)].reverse());
      expect(new Set(whole).size).toBe(13);
      expect(order === 'risk:desc' ? whole : whole.reverse()).toEqual(
        names(await list('?limit=50')),
      );
    },
  );

  it.each([
    ['?system=none', ['inner']],
    ['?system=traefik', ['unjudged']],
    ['?system=none&system=istio&orderBy=service:asc', ['inner', 'unjudged']],
    ['?state=clear&state=unknown&risk=none', ['inner']],
    ['?search=NJUD', ['unjudged']],
    ['?search=%25', []],
    ['?namespace=pay', ['unjudged']],
    ['?cluster=beta', []],
    ['?risk=critical&retirement=RET-NGINX-AKS', ['shop-03']],
    ['?retirement=RET-NGINX%25', []],
    ['?exposure=cluster-only', ['inner']],
    ['?effort=unknown', ['unjudged']],
    ['?owner=&risk=none', ['inner']],
    ['?owner=group:default/shop', []],
    ['?catalogSystem=&risk=none', ['inner']],
    ['?catalogSystem=system:default/shop', []],
  ])('narrows the list by %s', async (query, expected) => {
    const answer = await list(query);

    expect(names(answer)).toEqual(expected);
    expect(answer.totalItems).toBe(expected.length);
  });

  it('counts each Service once in total and in each of its systems', async () => {
    const { items, total, coverage, gaps } = await summary('?groupBy=system');

    expect(items.map(({ key, services: count }) => [key, count])).toEqual([
      ['app-routing-nginx', 11],
      ['', 1],
      ['istio', 1],
      ['traefik', 1],
    ]);
    expect(total).toEqual({
      services: 13,
      byRisk: {
        critical: 1,
        high: 10,
        medium: 0,
        low: 0,
        info: 0,
        none: 1,
        unknown: 1,
      },
      byState: { 'at-risk': 11, moved: 0, unknown: 1, clear: 1 },
      waived: 0,
    });
    expect(coverage).toEqual({
      complete: 1,
      partial: 0,
      stale: 0,
      unreachable: 1,
    });
    expect(gaps).toEqual([
      'Subscription x is hidden.',
      expect.stringContaining('catalog has not been read yet'),
    ]);
  });

  it('says which retirements the services are judged by, whatever is asked for', async () => {
    const { retirements } = await summary('?groupBy=risk&state=moved');

    expect(
      retirements
        .filter(each => each.id.startsWith('RET-NGINX'))
        .map(({ systems, date }) => [systems, date]),
    ).toEqual([
      [['ingress-nginx'], '2026-03-31'],
      [['app-routing-nginx'], '2026-11-30'],
    ]);
    expect(retirements.every(({ date }) => date !== undefined)).toBe(true);
  });

  it.each([
    ['owner', ['']],
    ['catalogSystem', ['']],
    ['cluster', ['alpha']],
    ['risk', ['critical', 'high', 'unknown', 'none']],
  ])('counts by %s', async (groupBy, keys) => {
    const { items } = await summary(`?groupBy=${groupBy}`);

    expect(items.map(({ key }) => key)).toEqual(keys);
  });

  it.each([
    ['services', '?clusters=alpha', 'clusters'],
    ['services', '?risk=severe', 'risk'],
    ['services', '?limit=0', 'limit'],
    ['services', '?limit=501', 'limit'],
    ['services', '?limit=5&limit=6', 'limit'],
    ['services', '?orderBy=risk', 'orderBy'],
    ['services', '?orderBy=body:asc', 'orderBy'],
    ['services', '?cluster=', 'cluster'],
    ['services', '?owner=a/b/c', 'owner'],
    ['services', '?catalogSystem=component:web', 'catalogSystem'],
    ['services', '?cursor=x', 'cursor'],
    ['services', '?cursor=%00', 'cursor'],
    ['summary', '', 'groupBy'],
    ['summary', '?groupBy=color', 'groupBy'],
  ] as const)('refuses %s%s and names %s', async (name, query, parameter) => {
    const response = await get(`/v1/${name}${query}`);

    contract.check(operations[name], response);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(
      `Query parameter ${parameter} `,
    );
  });

  it('takes the filter that a cursor carries, and refuses another', async () => {
    const first = await list('?state=at-risk&limit=2&orderBy=service:asc');
    const cursor = `cursor=${first.pageInfo.nextCursor}`;

    const second = await list(`?${cursor}&state=at-risk&limit=2`);
    expect(names(second)).toEqual(['shop-02', 'shop-03']);
    for (const other of ['state=clear', 'risk=high', 'orderBy=service:desc']) {
      const response = await get(`/v1/services?${cursor}&${other}`);
      expect(response.status).toBe(400);
    }
  });
});

const routes: [keyof typeof operations, string][] = [
  ['services', '/v1/services'],
  ['summary', '/v1/summary?groupBy=risk'],
];

describe('authorisation of lists', () => {
  it.each(routes)('refuses anonymous callers: %s', async (name, path) => {
    const { get } = await startListBackend(
      await databases.init('SQLITE_3'),
      AuthorizeResult.ALLOW,
    );
    const response = await get(path, mockCredentials.none.header());

    contract.check(operations[name], response);
    expect(response.status).toBe(401);
  });

  it.each(routes)(
    'refuses callers without the permission: %s',
    async (name, path) => {
      const { get } = await startListBackend(
        await databases.init('SQLITE_3'),
        AuthorizeResult.DENY,
      );
      const response = await get(path);

      contract.check(operations[name], response);
      expect(response.status).toBe(403);
    },
  );
});

describe('the contract of lists', () => {
  it('describes exactly what was answered by the tests above', () => {
    expect([...contract.seen].sort()).toEqual(
      responsesOf(operations, contract.described),
    );
  });
});
