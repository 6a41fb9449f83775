import { CallerName, Word } from './callers';
import { waiverOf } from './waivers';

/** A request of the matrix. */
export interface Attempt {
  /** `{}` stands for what the request is about, or for the id of the waiver of the Service that it is about. */
  path: string;
  /** What the request is about, if about one thing. */
  about?: Word;
  /** @param name - of what the request is about, or of something that does not exist */
  body?(name: string): object;
  /** What the answer tells who may know everything, beyond what the request itself names. */
  tells: readonly Word[];
  /** Callers whom it tells less of that than they may know. */
  tellsOnly?: Partial<Record<CallerName, readonly Word[]>>;
  /** In the order of the callers. */
  statuses: readonly number[];
}

/** The statuses for all who are signed in and may read anything, in the order of the callers. */
const to = (
  guest: number,
  owner: number,
  otherTeam: number,
  ownerByRules: number,
  oneCluster: number,
  all: number,
) => [401, 403, guest, owner, otherTeam, ownerByRules, oneCluster, all, all];

const toReaders = to(200, 200, 200, 200, 200, 200);
const toPlatformTeam = (oneCluster: number, all: number) =>
  to(403, 403, 403, 403, oneCluster, all);

const clusters: Word[] = ['aks-north', 'aks-south'];
const components: Word[] = ['counter', 'accounts'];
const teams: Word[] = ['team-shop', 'team-books'];
const claimed: Word[] = ['storefront', 'ledger', 'kiosk', 'payroll'];
const unclaimed: Word[] = ['stray', 'vagrant'];

/** A component of either team, which has a Service in each cluster. */
const ofEntity = (part: string): [Attempt, Attempt] => {
  const path = `/v1/entities/component/default/{}/${part}`;
  return [
    {
      path,
      about: 'counter',
      tells: [...clusters, 'storefront', 'kiosk'],
      statuses: to(404, 200, 404, 200, 200, 200),
    },
    {
      path,
      about: 'accounts',
      tells: [...clusters, 'ledger', 'payroll'],
      // The catalog shows the component to all whom the plugin's own rules limit.
      statuses: to(404, 404, 200, 200, 200, 200),
    },
  ];
};

const [trafficOfShop, trafficOfBooks] = ofEntity('traffic');
const [objectsOfShop, objectsOfBooks] = ofEntity('objects');

/**
 * Services as rows, all of them and those that one can ask for by what one may not know, with what could not be read.
 *
 * @param missing - clusters that the answer names because of what is missing of them
 */
const rowsOf = (path: string, missing: readonly Word[] = []): Attempt[] => [
  {
    path,
    tells: [
      ...clusters,
      'aks-west',
      ...claimed,
      ...unclaimed,
      ...components,
      ...teams,
    ],
    statuses: toReaders,
  },
  {
    path: `${path}?cluster={}`,
    about: 'aks-south',
    tells: ['kiosk', 'payroll', 'vagrant', 'aks-west', ...components, ...teams],
    statuses: toReaders,
  },
  {
    path: `${path}?search={}`,
    about: 'ledger',
    tells: ['aks-north', 'aks-west', 'accounts', 'team-books', ...missing],
    // Who may not list clusters is told how many are missing.
    tellsOnly: { 'other team': ['aks-north', 'accounts', 'team-books'] },
    statuses: toReaders,
  },
  {
    path: `${path}?owner=group:default/{}`,
    about: 'team-books',
    tells: [...clusters, 'aks-west', 'ledger', 'payroll', 'accounts'],
    statuses: toReaders,
  },
];

/** Numbers, of all Services and of those of a cluster. */
const countsOf = (path: string, tells: readonly Word[]): Attempt[] => [
  { path, tells, statuses: toReaders },
  {
    path: `${path}${path.includes('?') ? '&' : '?'}cluster={}`,
    about: 'aks-south',
    tells: tells.filter(word => !clusters.includes(word)),
    statuses: toReaders,
  },
];

const waiving = (about: Word, statuses: readonly number[]): Attempt => ({
  path: '/v1/waivers',
  about,
  body: name => ({ ...waiverOf(about), service: name }),
  tells: [],
  statuses,
});

const revoking = (
  about: Word,
  tells: readonly Word[],
  statuses: readonly number[],
): Attempt => ({ path: '/v1/waivers/{}', about, tells, statuses });

/** Every operation, asked for one's own and for what is another team's or in another cluster. */
export const matrix: Record<string, readonly Attempt[]> = {
  'get /v1/entities/{kind}/{namespace}/{name}/traffic': [
    // With the team that answers for a waiver, and what could not be read.
    {
      ...trafficOfShop,
      tells: [...trafficOfShop.tells, 'team-shop', 'aks-west'],
    },
    {
      ...trafficOfBooks,
      tells: [...trafficOfBooks.tells, 'team-books', 'aks-west'],
    },
  ],
  'get /v1/entities/{kind}/{namespace}/{name}/objects': [
    objectsOfShop,
    {
      ...objectsOfBooks,
      tellsOnly: { 'owner by the rules of the plugin': [] },
    },
  ],
  'get /v1/patterns': [
    {
      path: '/v1/patterns?cluster={}',
      about: 'aks-north',
      tells: [],
      statuses: toPlatformTeam(200, 200),
    },
    {
      path: '/v1/patterns?cluster={}',
      about: 'aks-south',
      tells: [],
      statuses: toPlatformTeam(404, 200),
    },
  ],
  'get /v1/clusters': [
    {
      path: '/v1/clusters',
      tells: [...clusters, 'aks-west'],
      statuses: toPlatformTeam(200, 200),
    },
  ],
  'get /v1/clusters/{name}': [
    {
      path: '/v1/clusters/{}',
      about: 'aks-north',
      tells: [],
      statuses: toPlatformTeam(200, 200),
    },
    {
      path: '/v1/clusters/{}',
      about: 'aks-south',
      tells: [],
      statuses: toPlatformTeam(404, 200),
    },
  ],
  'post /v1/clusters/{name}/refresh': [
    // Whoever may have them read is told that they were read a moment ago.
    {
      path: '/v1/clusters/{}/refresh',
      about: 'aks-north',
      tells: [],
      statuses: toPlatformTeam(429, 429),
    },
    {
      path: '/v1/clusters/{}/refresh',
      about: 'aks-south',
      tells: [],
      statuses: toPlatformTeam(404, 429),
    },
  ],
  'get /v1/services': rowsOf('/v1/services'),
  'get /v1/summary': [
    ...countsOf('/v1/summary?groupBy=owner', [...teams, 'aks-west']),
    ...countsOf('/v1/summary?groupBy=cluster', [...clusters, 'aks-west']),
    ...countsOf('/v1/summary?groupBy=system', ['aks-west']),
  ],
  'get /v1/history': countsOf('/v1/history', []),
  // Of `aks-south` the last reading is old.
  'get /v1/export.csv': rowsOf('/v1/export.csv', ['aks-south']),
  'get /v1/export.json': rowsOf('/v1/export.json', clusters),
  'get /v1/waivers': [
    {
      path: '/v1/waivers',
      tells: [...clusters, ...claimed, ...teams],
      statuses: toReaders,
    },
    {
      path: '/v1/waivers?cluster={}',
      about: 'aks-south',
      tells: ['kiosk', 'payroll', ...teams],
      statuses: toReaders,
    },
    {
      path: '/v1/waivers?service={}',
      about: 'ledger',
      tells: ['aks-north', 'team-books'],
      statuses: toReaders,
    },
  ],
  'post /v1/waivers': [
    // Who may see a Service and does not own it may not waive: 403 and not 404.
    waiving('storefront', to(404, 201, 404, 201, 403, 201)),
    waiving('ledger', to(404, 404, 201, 404, 403, 201)),
    waiving('kiosk', to(404, 201, 404, 201, 404, 201)),
    waiving('payroll', to(404, 404, 201, 404, 404, 201)),
    // Nobody owns it, and it is there for those alone who may list the cluster.
    waiving('stray', to(404, 404, 404, 404, 403, 201)),
  ],
  'delete /v1/waivers/{id}': [
    revoking(
      'storefront',
      ['aks-north', 'storefront', 'team-shop'],
      to(404, 200, 404, 200, 403, 200),
    ),
    revoking(
      'payroll',
      ['aks-south', 'payroll', 'team-books'],
      to(404, 404, 200, 404, 404, 200),
    ),
  ],
  'get /v1/openapi.json': [
    {
      path: '/v1/openapi.json',
      tells: [],
      statuses: [401, ...Array<number>(8).fill(200)],
    },
  ],
};
