import { QueryResult, ResourceGraphReader } from './ResourceGraphReader';
import { estateQueries, readQuery, subscriptionsQuery } from './queries';
import { EstateMemory } from './EstateMemory';
import { readEstate } from './readEstate';

const signal = new AbortController().signal;
const subscription = '11111111-1111-1111-1111-111111111111';

function row(type: string, name = 'x', properties: object = {}) {
  return {
    id: `/subscriptions/${subscription}/resourceGroups/g/providers/${type}/${name}`,
    name,
    type,
    properties,
  };
}

/** Answers queries by name; the others are empty. */
function readerOf(answers: Record<string, () => QueryResult>) {
  const names = new Map(
    [...estateQueries.map(({ name }) => name), subscriptionsQuery].map(
      name => [readQuery(name), name] as const,
    ),
  );
  const asked: string[] = [];
  const reader = {
    query: async (text: string) => {
      const name = names.get(text)!;
      asked.push(name);
      return answers[name]?.() ?? { rows: [] };
    },
  } as unknown as ResourceGraphReader;
  return { reader, asked };
}

const network = 'microsoft.network/virtualnetworks';

describe('readEstate', () => {
  it('reads everything in a constant number of queries', async () => {
    const clusters = Array.from({ length: 500 }, (_, at) =>
      row('microsoft.containerservice/managedclusters', `c${at}`),
    );
    const { reader, asked } = readerOf({
      'managed-clusters': () => ({ rows: clusters }),
    });
    const { estate, clusterGaps } = await readEstate({
      reader,
      scope: {},
      signal,
    });
    expect(asked).toEqual(estateQueries.map(({ name }) => name));
    expect(estate.rows).toEqual(clusters);
    expect(estate.gaps).toEqual([]);
    expect(estate.readTypes).toEqual(
      estateQueries.flatMap(({ types }) => types),
    );
    expect(clusterGaps).toEqual([]);
  });

  it('takes absence as a fact only for types that were read whole', async () => {
    const { reader } = readerOf({
      egress: () => ({
        rows: [row('microsoft.network/natgateways')],
        incomplete: 'Resource Graph cut the result off',
      }),
      'load-balancers': () => {
        throw Object.assign(new Error('no'), { statusCode: 403, code: 'X' });
      },
      'private-link': () => ({
        rows: [{ type: 'microsoft.network/privateendpoints' }],
      }),
    });
    const { estate, clusterGaps } = await readEstate({
      reader,
      scope: {},
      signal,
    });
    expect(clusterGaps).toEqual([]);
    expect(estate.rows).toHaveLength(1);
    expect(estate.gaps).toEqual([
      'A part of Azure could not be read (load-balancers): Azure denies the request (403, X: no): give the identity the role Reader on what is to be read',
      'Not all of Azure was read (query egress): Resource Graph cut the result off',
      '1 of 1 rows of Azure (query private-link) do not have the shape of a resource and were skipped',
    ]);
    expect(estate.readTypes).toContain('microsoft.network/privatelinkservices');
    for (const type of [
      'microsoft.network/natgateways',
      'microsoft.network/routetables',
      'microsoft.network/loadbalancers',
      'microsoft.network/privateendpoints',
    ]) {
      expect(estate.readTypes).not.toContain(type);
    }
  });

  it('says once that Azure is away, and that clusters may be missing', async () => {
    const reader = {
      query: async () => {
        throw Object.assign(new Error('AADSTS700016: no such application'), {
          name: 'AuthenticationError',
        });
      },
    } as unknown as ResourceGraphReader;
    const gaps = [
      'Azure could not be read: Microsoft Entra ID gave no token: AADSTS700016: no such application',
    ];
    await expect(readEstate({ reader, scope: {}, signal })).resolves.toEqual({
      estate: { rows: [], gaps, readTypes: [] },
      clusterGaps: gaps,
      outdated: [],
    });
  });

  it.each<[string, () => QueryResult, string]>([
    [
      'failed',
      () => {
        throw new Error('no');
      },
      'A part of Azure could not be read (managed-clusters): Azure cannot be reached: no',
    ],
    [
      'was cut off',
      () => ({ rows: [], incomplete: 'Resource Graph cut the result off' }),
      'Not all of Azure was read (query managed-clusters): Resource Graph cut the result off',
    ],
    [
      'held something else',
      () => ({ rows: [{}] }),
      '1 of 1 rows of Azure (query managed-clusters) do not have the shape of a resource and were skipped',
    ],
  ])(
    'says that clusters may be missing when the query for them %s',
    async (_, answer, gap) => {
      const { reader } = readerOf({
        'managed-clusters': answer,
        egress: () => ({ rows: [], incomplete: 'no matter' }),
      });
      const { clusterGaps } = await readEstate({ reader, scope: {}, signal });
      expect(clusterGaps).toEqual([gap]);
    },
  );

  it('does not take children for absent that Resource Graph may not know', async () => {
    const controllers = 'microsoft.servicenetworking/trafficcontrollers';
    const { reader } = readerOf({
      'application-delivery': () => ({ rows: [row(controllers)] }),
    });
    const { estate } = await readEstate({ reader, scope: {}, signal });
    expect(estate.readTypes).toContain(controllers);
    expect(estate.readTypes).not.toContain(`${controllers}/frontends`);
    expect(estate.readTypes).toContain(
      'microsoft.cdn/profiles/origingroups/origins',
    );
  });

  it('notices subnets that were lost in the expansion', async () => {
    const { reader } = readerOf({
      'virtual-networks': () => ({
        rows: [
          row(network, 'large', { subnetCount: 401 }),
          row(network, 'small', { subnetCount: 1 }),
          row(network, 'empty', { subnetCount: null }),
        ],
      }),
      subnets: () => ({
        rows: [
          row(`${network}/small/subnets`, 'a'),
          row(`${network}/large/subnets`, 'a'),
        ].map(subnet => ({ ...subnet, type: `${network}/subnets` })),
      }),
    });
    const { estate } = await readEstate({ reader, scope: {}, signal });
    expect(estate.gaps).toEqual([
      'Only 1 of 401 subnets of the virtual network large were read',
    ]);
    expect(estate.readTypes).not.toContain(`${network}/subnets`);
    expect(estate.readTypes).toContain(network);
  });

  it('names configured subscriptions that cannot be seen', async () => {
    const hidden = '22222222-2222-2222-2222-222222222222';
    const { reader } = readerOf({
      [subscriptionsQuery]: () => ({
        rows: [
          {
            id: `/subscriptions/${subscription.toUpperCase()}`,
            name: 'production',
            type: 'microsoft.resources/subscriptions',
          },
        ],
      }),
    });
    const { estate, clusterGaps } = await readEstate({
      reader,
      scope: { subscriptions: [subscription, hidden] },
      signal,
    });
    expect(estate.gaps).toEqual([
      `Subscription ${hidden} is configured and cannot be seen: give the identity the role Reader there, or remove it from aksTraffic.azure.scope`,
    ]);
    expect(clusterGaps).toEqual(estate.gaps);
    expect(estate.unseenSubscriptions).toEqual([hidden]);
  });

  it('counts on no configured subscription when it is not known which can be seen', async () => {
    const { reader } = readerOf({
      [subscriptionsQuery]: () => {
        throw new Error('no');
      },
    });
    const { estate } = await readEstate({
      reader,
      scope: { subscriptions: [subscription] },
      signal,
    });
    expect(estate.gaps).toEqual([
      'It is not known which subscriptions can be seen: Azure cannot be reached: no',
    ]);
    expect(estate.unseenSubscriptions).toEqual([subscription]);
  });

  it('uses what Azure said before while it is away, for a day, and says since when', async () => {
    let now = new Date('2026-11-22T10:00:00.000Z');
    const memory = new EstateMemory(() => now);
    const cluster = row('microsoft.containerservice/managedclusters');
    const gateway = row('microsoft.network/natgateways');
    let failing: string[] = [];
    const answer = (name: string, rows: object[]) => () => {
      if (failing.includes(name)) {
        throw new Error('no');
      }
      return { rows };
    };
    const { reader } = readerOf({
      'managed-clusters': answer('managed-clusters', [cluster]),
      egress: answer('egress', [gateway]),
    });
    const look = () => readEstate({ reader, scope: {}, memory, signal });
    const whole = await look();

    now = new Date('2026-11-22T11:00:00.000Z');
    failing = ['managed-clusters', 'egress'];
    const gap =
      'A part of Azure could not be read (managed-clusters, egress): Azure cannot be reached: no';
    const used = `${gap}. What it said at 2026-11-22T10:00:00.000Z is used instead`;
    expect(await look()).toEqual({
      estate: { ...whole.estate, gaps: [used] },
      clusterGaps: [used],
      outdated: [used],
    });

    now = new Date('2026-11-23T10:00:01.000Z');
    const { estate, clusterGaps } = await look();
    expect(estate).toMatchObject({ rows: [], gaps: [gap] });
    expect(estate.readTypes).not.toContain('microsoft.network/natgateways');
    expect(clusterGaps).toEqual([gap]);

    failing = [];
    expect(await look()).toEqual(whole);
  });

  it('adds to an answer that breaks off what was there before, and what is new stays', async () => {
    const memory = new EstateMemory();
    const [a, b, c] = ['a', 'b', 'c'].map(name =>
      row('microsoft.containerservice/managedclusters', name),
    );
    const answers: QueryResult[] = [
      { rows: [a, b] },
      { rows: [c, b], incomplete: 'page 2 could not be read' },
    ];
    const { reader } = readerOf({ 'managed-clusters': () => answers.shift()! });
    await readEstate({ reader, scope: {}, memory, signal });
    const { estate, clusterGaps } = await readEstate({
      reader,
      scope: {},
      memory,
      signal,
    });

    expect(estate.rows).toEqual([c, b, a]);
    expect(clusterGaps).toEqual([
      expect.stringMatching(/page 2 could not be read\. What it said at/),
    ]);
  });
});
