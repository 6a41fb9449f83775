import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  aksTrafficReadPermission,
  EntityTraffic,
  ServiceExport,
  ServiceList,
  ServiceListItem,
  TrafficHistory,
  TrafficSummary,
} from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import request from 'supertest';
import { analysis, LabelledService } from '../__testUtils__/analysis';
import { component } from '../__testUtils__/entity';
import { readCsv } from '../__testUtils__/parseCsv';
import { retiringService, settledService } from '../__testUtils__/retiring';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  storeReading,
} from '../__testUtils__/storeTest';
import { LinkTask } from '../link/LinkTask';
import {
  aksTrafficConditions,
  createAksTrafficConditionalDecision,
} from '../permissions/conditionExports';
import { aksTrafficPlugin } from '../plugin';
import { DefaultLinkStore } from '../store/DefaultLinkStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();

function owned(name: string, owner: string, system?: string): Entity {
  return {
    ...component(name, { id: name }),
    relations: [
      { type: 'ownedBy', targetRef: `group:default/${owner}` },
      ...(system
        ? [{ type: 'partOf', targetRef: `system:default/${system}` }]
        : []),
    ],
  };
}

const entities = [
  owned('shop', 'sales', 'web-shop'),
  owned('till', 'sales'),
  owned('pay', 'finance', 'payments'),
  owned('bank', 'finance', 'payments'),
];

/** What half of the users may read. */
const readable = ['component:default/shop', 'component:default/till'];

function claimed(service: LabelledService, ...ids: string[]): LabelledService {
  return {
    ...service,
    labelSets: ids.map(id => ({ 'backstage.io/kubernetes-id': id })),
  };
}

/** Services of each entity at risk and not, one that two entities claim, and some that none does. */
const services: LabelledService[] = [
  claimed(retiringService('shop-web', ['app-routing-nginx']), 'shop'),
  claimed(settledService('shop-api'), 'shop'),
  claimed(retiringService('till-web', ['ingress-nginx']), 'till'),
  claimed(retiringService('pay-web', ['app-routing-nginx']), 'pay'),
  claimed(settledService('pay-api'), 'pay'),
  // The entity that comes first in the alphabet is the one not everybody may read.
  claimed(retiringService('both', ['app-routing-nginx']), 'bank', 'till'),
  retiringService('orphan-web', ['app-routing-nginx']),
  settledService('orphan-api'),
];

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

const halfOfTheCatalog = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: { claims: ['group:default/sales'] },
  },
} as PolicyDecision;

const servicesWhere = (
  conditions: Parameters<typeof createAksTrafficConditionalDecision>[1],
) => createAksTrafficConditionalDecision(aksTrafficReadPermission, conditions);

const { isOwner, isInCluster, isInNamespace, hasEntity } = aksTrafficConditions;
const ofFinance = isOwner({ claims: ['group:default/finance'] });

interface Case {
  traffic?: PolicyDecision;
  entity?: PolicyDecision;
  cluster?: PolicyDecision;
  /** Services the user sees, with the entity that is named. */
  sees: string[];
}

const everything = [
  'both bank',
  'orphan-api -',
  'orphan-web -',
  'pay-api pay',
  'pay-web pay',
  'shop-api shop',
  'shop-web shop',
  'till-web till',
];
const half = ['both till', 'shop-api shop', 'shop-web shop', 'till-web till'];

const users: Record<string, Case> = {
  'who may read everything': { sees: everything },
  'who may not list clusters': {
    cluster: deny,
    sees: everything.filter(each => !each.endsWith('-')),
  },
  'who sees half of the catalog': {
    entity: halfOfTheCatalog,
    cluster: deny,
    sees: half,
  },
  'who sees half of the catalog, and clusters': {
    entity: halfOfTheCatalog,
    sees: [...half, 'orphan-api -', 'orphan-web -'].sort(),
  },
  'who may read no entity': { entity: deny, cluster: deny, sees: [] },
  'of the owners': {
    traffic: servicesWhere(ofFinance),
    sees: ['both bank', 'pay-api pay', 'pay-web pay'],
  },
  'of anybody but the owners': {
    traffic: servicesWhere({ not: ofFinance }),
    sees: everything.filter(each => !/bank|pay/.test(each)),
  },
  'of a cluster and a namespace': {
    traffic: servicesWhere({
      allOf: [
        isInCluster({ clusters: ['alpha'] }),
        isInNamespace({ namespaces: ['shop', 'pay'] }),
        hasEntity(),
      ],
    }),
    sees: everything.filter(each => !each.endsWith('-')),
  },
  'of another cluster, or of the sales team in half of the catalog': {
    entity: halfOfTheCatalog,
    traffic: servicesWhere({
      anyOf: [
        isInCluster({ clusters: ['beta'] }),
        isOwner({ claims: ['group:default/sales'] }),
      ],
    }),
    sees: half,
  },
};

type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

function caseOf(credentials: UserCredentials): Case {
  const { userEntityRef } = credentials.principal;
  return Object.values(users)[Number(userEntityRef.split('/')[1])];
}

const permissions = mockServices.permissions.mock({
  authorize: async (requests, options) =>
    requests.map(
      ({ permission }) =>
        ((permission.name === 'aks-traffic.cluster.read' &&
          caseOf(options!.credentials as UserCredentials).cluster) ||
          allow) as { result: AuthorizeResult.ALLOW },
    ),
  authorizeConditional: async (requests, options) =>
    requests.map(({ permission }) => {
      const { traffic, entity } = caseOf(
        options!.credentials as UserCredentials,
      );
      return (
        (permission.name === 'catalog.entity.read' ? entity : traffic) ?? allow
      );
    }),
});

const inMemory = catalogServiceMock({ entities });

/** A catalog that shows half of its entities to those whom the policy answers with a condition. */
const catalog = catalogServiceMock.mock({
  streamEntities: inMemory.streamEntities.bind(inMemory),
  getEntityByRef: inMemory.getEntityByRef.bind(inMemory),
  getEntitiesByRefs: async ({ entityRefs }, options) => {
    const { credentials } = options as { credentials: UserCredentials };
    const { entity } = caseOf(credentials);
    return {
      items: entityRefs.map(ref =>
        entity === halfOfTheCatalog && !readable.includes(ref)
          ? undefined
          : entities.find(each => stringifyEntityRef(each) === ref),
      ),
    };
  },
});

async function startBackend(client: Knex) {
  const { server } = await startTestBackend({
    features: [
      aksTrafficPlugin,
      mockServices.rootConfig.factory({ data: {} }),
      mockServices.database.factory({ knex: client }),
      permissions.factory,
      catalog.factory,
    ],
  });
  return async (user: string, path: string) => {
    const index = Object.keys(users).indexOf(user);
    const response = await request(server)
      .get(`/api/aks-traffic/v1${path}`)
      .set({
        authorization: mockCredentials.user.header(`user:default/${index}`),
      });
    expect({ path, status: response.status }).toEqual({ path, status: 200 });
    return response;
  };
}

/** A Service and the name of its entity. */
function nameOf({ service, entityRef }: ServiceListItem): string {
  return `${service} ${entityRef?.split('/')[1] ?? '-'}`;
}

describe.each(databases.eachSupportedId())('what callers see on %s', id => {
  let get: Awaited<ReturnType<typeof startBackend>>;

  beforeAll(async () => {
    const client = await databases.init(id);
    const store = await createTestStore(client);
    await store.recordDiscovery(discoveryOf(['alpha']));
    await storeReading(store, analysis({ services }), new Date());
    await store.recordDiscovery(
      discoveryOf(['alpha', 'beta'], { gaps: ['Subscription x is hidden.'] }),
    );
    const links = new LinkTask({
      auth: mockServices.auth(),
      catalog: inMemory,
      logger: mockServices.logger.mock(),
      store: new DefaultLinkStore(client),
      clock: () => new Date(),
    });
    await links.run(new AbortController().signal);
    get = await startBackend(client);
  });

  async function listAll(user: string): Promise<ServiceListItem[]> {
    const items: ServiceListItem[] = [];
    let cursor = '';
    for (;;) {
      const { body } = await get(
        user,
        `/services?limit=3${cursor || '&orderBy=owner:desc'}`,
      );
      const list: ServiceList = body;
      items.push(...list.items);
      if (!list.pageInfo.nextCursor) {
        expect(list.totalItems).toBe(items.length);
        return items;
      }
      cursor = `&cursor=${list.pageInfo.nextCursor}`;
    }
  }

  describe.each(Object.keys(users))('a user %s', user => {
    it('is the same in list, counts, history and exports', async () => {
      const items = await listAll(user);
      expect(items.map(nameOf).sort()).toEqual(users[user].sees);
      const atRisk = items.filter(({ state }) => state === 'at-risk');

      for (const groupBy of [
        'owner',
        'catalogSystem',
        'cluster',
        'risk',
        'system',
      ]) {
        const summary: TrafficSummary = (
          await get(user, `/summary?groupBy=${groupBy}`)
        ).body;
        expect(summary.total.services).toBe(items.length);
        expect(summary.total.byState['at-risk']).toBe(atRisk.length);
        const counted = summary.items.map(item => item.services);
        // No Service of this test has two systems.
        expect(counted.reduce((sum, each) => sum + each, 0)).toBe(items.length);
      }
      const history: TrafficHistory = (await get(user, '/history')).body;
      expect(history.points.at(-1)!.total).toBe(atRisk.length);

      const exported = (await get(user, '/export.json')).body.items;
      expect(exported.map(nameOf).sort()).toEqual(users[user].sees);
      const { text } = await get(user, '/export.csv');
      expect(readCsv(text).filter(({ service }) => service)).toHaveLength(
        items.length,
      );
    });

    it.each(['owner', 'catalogSystem'] as const)(
      'is the same when it is filtered by %s',
      async field => {
        const items = await listAll(user);
        for (const value of new Set(items.map(item => item[field] ?? ''))) {
          const expected = items.filter(item => (item[field] ?? '') === value);
          const filter = `${field}=${encodeURIComponent(value)}`;
          const list: ServiceList = (await get(user, `/services?${filter}`))
            .body;
          const history: TrafficHistory = (
            await get(user, `/history?${filter}`)
          ).body;

          expect(list.items.map(nameOf).sort()).toEqual(
            expected.map(nameOf).sort(),
          );
          expect(history.points.at(-1)!.total).toBe(
            expected.filter(({ state }) => state === 'at-risk').length,
          );
        }
      },
    );
  });

  const toPlatformTeam =
    'The reasons are shown to those who may list clusters (permission aks-traffic.cluster.read).';
  const toAllClusters =
    'The reasons are shown to those who may list all clusters.';
  const hidden = 'Subscription x is hidden.';
  const unread = {
    cluster: 'beta',
    coverage: 'unreachable',
    gaps: 'The cluster has not been read yet.',
  };
  const counted = {
    coverage: 'unreachable',
    gaps: '1 cluster. Names and reasons are shown to those who may list clusters (permission aks-traffic.cluster.read).',
  };

  it.each([
    ['who may read everything', ['alpha', 'beta'], [unread], hidden],
    ['of the owners', ['alpha', 'beta'], [unread], hidden],
    ['of a cluster and a namespace', ['alpha'], [], toAllClusters],
    ['who may not list clusters', undefined, [counted], toPlatformTeam],
    ['who sees half of the catalog', undefined, [counted], toPlatformTeam],
    ['who may read no entity', undefined, [counted], toPlatformTeam],
  ])(
    'tells a user %s which clusters are not in lists, or how many',
    async (user, clusters, missing, gap) => {
      const exported: ServiceExport = (await get(user, '/export.json')).body;
      const { text } = await get(user, '/export.csv');
      const list: ServiceList = (await get(user, '/services')).body;
      const summary = (await get(user, '/summary?groupBy=risk')).body;

      expect(exported.clusters?.map(({ cluster }) => cluster)).toEqual(
        clusters,
      );
      expect(
        readCsv(text).filter(({ service }) => service === undefined),
      ).toEqual([{ gaps: gap }, ...missing]);
      for (const answer of [exported, list, summary]) {
        expect(answer.gaps).toEqual([gap]);
        expect(answer.coverage).toEqual({
          complete: 1,
          partial: 0,
          stale: 0,
          unreachable: missing.length,
        });
      }
    },
  );

  it('finds a Service by what the caller may know of it only', async () => {
    const search = async (user: string) =>
      (await get(user, '/services?search=finance')).body.items.map(nameOf);

    expect(await search('who sees half of the catalog')).toEqual([]);
    expect((await search('who may read everything')).sort()).toEqual([
      'both bank',
      'pay-api pay',
      'pay-web pay',
    ]);
  });

  it('says, sorts and counts Systems by the entity that the caller may know of only', async () => {
    const systems = async (user: string) => {
      const { body } = await get(user, '/services?orderBy=catalogSystem:desc');
      return (body as ServiceList).items.map(
        ({ service, catalogSystem }) => `${service} ${catalogSystem ?? '-'}`,
      );
    };
    const counts = async (user: string) => {
      const { body } = await get(user, '/summary?groupBy=catalogSystem');
      return (body as TrafficSummary).items.map(item => [
        item.key,
        item.services,
      ]);
    };

    expect(await systems('who sees half of the catalog')).toEqual([
      'shop-web system:default/web-shop',
      'shop-api system:default/web-shop',
      'till-web -',
      'both -',
    ]);
    expect(await counts('who sees half of the catalog')).toEqual([
      ['', 2],
      ['system:default/web-shop', 2],
    ]);
    expect(await counts('who may read everything')).toEqual([
      ['', 3],
      ['system:default/payments', 3],
      ['system:default/web-shop', 2],
    ]);
  });

  it("limits an entity's page to the Services that the policy lets through", async () => {
    const servicesOf = async (user: string, name: string) => {
      const { body } = await get(
        user,
        `/entities/component/default/${name}/traffic`,
      );
      return (body as EntityTraffic).services.map(({ service }) => service);
    };

    expect(await servicesOf('of the owners', 'till')).toEqual(['both']);
    expect(await servicesOf('of anybody but the owners', 'till')).toEqual([
      'till-web',
    ]);
  });
});
