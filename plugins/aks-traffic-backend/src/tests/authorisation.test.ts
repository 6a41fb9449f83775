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
  ConditionalPolicyDecision,
} from '@backstage/plugin-permission-common';
import request from 'supertest';
import { analysis, serviceTraffic } from '../__testUtils__/analysis';
import { component } from '../__testUtils__/entity';
import { linkAll } from '../__testUtils__/linkAll';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  storeReading,
} from '../__testUtils__/storeTest';
import { aksTrafficPlugin } from '../plugin';
import { readOpenApi } from '../schema/readOpenApi';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const own = component('storefront', { id: 'storefront' });
const foreign = component('ledger', { id: 'ledger' });
const platform: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'platform' },
};
const entities = [own, foreign, platform];

const headers = {
  nobody: mockCredentials.none.header(),
  'a user without permission': mockCredentials.user.header('user:default/none'),
  'a user with half of the entities':
    mockCredentials.user.header('user:default/half'),
  'an administrator': mockCredentials.user.header('user:default/admin'),
  'a service': mockCredentials.service.header(),
};

/** In the order of the callers above. */
type Statuses = [number, number, number, number, number];

interface Attempt {
  path: string;
  body?: object;
  statuses: Statuses;
}

const waiver = (service: string) => ({
  cluster: 'alpha',
  namespace: 'shop',
  service,
  ruleId: 'mesh-mtls',
  reason: 'The gateway in front does it.',
  owner: 'group:default/platform',
  expiresAt: new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString(),
});

const toAll: Statuses = [401, 200, 200, 200, 200];
const toReaders: Statuses = [401, 403, 200, 200, 200];
const toAdministrators: Statuses = [401, 403, 403, 200, 200];
const hidden: Statuses = [401, 403, 404, 200, 200];

/** Every operation of the contract, asked for one's own and for what is somebody else's. */
const matrix: Record<string, Attempt[]> = {
  'get /v1/entities/{kind}/{namespace}/{name}/traffic': [
    {
      path: '/v1/entities/component/default/storefront/traffic',
      statuses: toReaders,
    },
    {
      path: '/v1/entities/component/default/ledger/traffic',
      statuses: hidden,
    },
  ],
  'get /v1/entities/{kind}/{namespace}/{name}/objects': [
    {
      path: '/v1/entities/component/default/storefront/objects',
      statuses: toReaders,
    },
    {
      path: '/v1/entities/component/default/ledger/objects',
      statuses: hidden,
    },
  ],
  'get /v1/patterns': [
    { path: '/v1/patterns?cluster=alpha', statuses: toAdministrators },
  ],
  'get /v1/clusters': [{ path: '/v1/clusters', statuses: toAdministrators }],
  'post /v1/clusters/{name}/refresh': [
    // The cluster was read a moment ago.
    { path: '/v1/clusters/alpha/refresh', statuses: [401, 403, 403, 429, 429] },
  ],
  'get /v1/services': [{ path: '/v1/services', statuses: toReaders }],
  'get /v1/summary': [
    { path: '/v1/summary?groupBy=owner', statuses: toReaders },
  ],
  'get /v1/history': [{ path: '/v1/history', statuses: toReaders }],
  'get /v1/export.csv': [{ path: '/v1/export.csv', statuses: toReaders }],
  'get /v1/export.json': [{ path: '/v1/export.json', statuses: toReaders }],
  'get /v1/waivers': [{ path: '/v1/waivers', statuses: toReaders }],
  'post /v1/waivers': [
    {
      path: '/v1/waivers',
      body: waiver('storefront'),
      // Whoever comes second is told that it is waived already.
      statuses: [401, 403, 201, 409, 409],
    },
    {
      path: '/v1/waivers',
      body: waiver('ledger'),
      statuses: [401, 403, 404, 409, 409],
    },
  ],
  'delete /v1/waivers/{id}': [
    { path: '/v1/waivers/{of ledger}', statuses: [401, 403, 404, 200, 409] },
    { path: '/v1/waivers/none', statuses: [401, 403, 404, 404, 404] },
  ],
  'get /v1/openapi.json': [{ path: '/v1/openapi.json', statuses: toAll }],
};

const operations = Object.entries(
  (readOpenApi() as { paths: Record<string, object> }).paths,
).flatMap(([path, methods]) =>
  Object.keys(methods).map(method => `${method} ${path}`),
);

type Caller = BackstageCredentials<Partial<BackstageUserPrincipal>>;

/** `none`, `half` or `admin`; `undefined` for a service. */
const nameOf = (credentials: unknown) =>
  (credentials as Caller).principal.userEntityRef?.split('/')[1];

/** What half of the users may not do although they may read. */
const forAdministrators = [
  'aks-traffic.cluster.read',
  'aks-traffic.refresh',
  'aks-traffic.pattern.read',
];

function decide(permission: string, credentials: unknown) {
  const name = nameOf(credentials);
  const denied =
    (name === 'none' && permission.startsWith('aks-traffic.')) ||
    (name === 'half' && forAdministrators.includes(permission));
  return {
    result: denied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
  } as { result: AuthorizeResult.ALLOW };
}

const someEntities: ConditionalPolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: { rule: 'ANY', resourceType: 'catalog-entity' },
};

const permissions = mockServices.permissions.mock({
  authorize: async (requests, options) =>
    requests.map(({ permission }) =>
      decide(permission.name, options!.credentials),
    ),
  authorizeConditional: async (requests, options) =>
    requests.map(({ permission }) =>
      permission.name === 'catalog.entity.read' &&
      nameOf(options!.credentials) === 'half'
        ? someEntities
        : decide(permission.name, options!.credentials),
    ),
});

const visibleTo = (options: unknown) =>
  nameOf((options as { credentials: unknown }).credentials) === 'half'
    ? [own, platform]
    : entities;

const catalog = catalogServiceMock.mock({
  getEntityByRef: async (ref, options) =>
    catalogServiceMock({ entities: visibleTo(options) }).getEntityByRef(
      ref,
      options,
    ),
  getEntitiesByRefs: async ({ entityRefs }, options) => ({
    items: entityRefs.map(ref =>
      visibleTo(options).find(each => stringifyEntityRef(each) === ref),
    ),
  }),
});

async function startBackend() {
  const client = await databases.init('SQLITE_3');
  const store = await createTestStore(client);
  await store.recordDiscovery(discoveryOf(['alpha']));
  const now = new Date();
  await storeReading(
    store,
    analysis({
      services: ['storefront', 'ledger'].map(service => ({
        traffic: serviceTraffic({
          service,
          findings: [
            {
              ruleId: 'mesh-mtls',
              severity: 'high',
              subject: { apiVersion: 'v1', kind: 'Service', name: service },
              message: 'Traffic inside the cluster is not encrypted.',
              evidence: [],
              remediation: { summary: 'Encrypt it.', actions: [] },
              docs: 'docs/rules/mesh-mtls.md',
            },
          ],
        }),
        labelSets: [{ 'backstage.io/kubernetes-id': service }],
      })),
    }),
    now,
  );
  await linkAll(client, entities);
  const { server } = await startTestBackend({
    features: [
      aksTrafficPlugin,
      mockServices.rootConfig.factory({ data: {} }),
      mockServices.database.factory({ knex: client }),
      permissions.factory,
      catalog.factory,
    ],
  });
  return (
    method: string,
    path: string,
    caller: keyof typeof headers,
    body?: object,
  ) =>
    request(server)
      [method as 'get' | 'post' | 'delete'](`/api/aks-traffic${path}`)
      .set({ authorization: headers[caller] })
      .send(body);
}

describe('what each caller may do', () => {
  let ask: Awaited<ReturnType<typeof startBackend>>;
  let waiverId: string;

  beforeAll(async () => {
    ask = await startBackend();
    const { body } = await ask(
      'post',
      '/v1/waivers',
      'an administrator',
      waiver('ledger'),
    );
    waiverId = body.id;
  });

  it('is stated for every operation of the contract', () => {
    expect(Object.keys(matrix).sort()).toEqual([...operations].sort());
  });

  it.each(operations)('%s', async operation => {
    const [method] = operation.split(' ');
    for (const { path, body, statuses } of matrix[operation]) {
      const asksFor = (word: string) =>
        JSON.stringify([path, body ?? {}]).includes(word);
      const answers = [];
      let told = '';
      for (const caller of Object.keys(headers) as (keyof typeof headers)[]) {
        const response = await ask(
          method,
          path.replace('{of ledger}', waiverId),
          caller,
          body,
        );
        answers.push(response.status);
        if (caller === 'a user with half of the entities') {
          told += response.text;
        }
      }
      expect({ path, answers }).toEqual({ path, answers: statuses });
      // What one may not know of is named in no answer but to those who name it themselves.
      expect(told.includes('ledger') && !asksFor('ledger')).toBe(false);
    }
  });
});
