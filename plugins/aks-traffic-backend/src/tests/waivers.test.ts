import { BackstageUserPrincipal } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Finding, Waiver } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import request from 'supertest';
import { analysis, serviceTraffic } from '../__testUtils__/analysis';
import { component } from '../__testUtils__/entity';
import { linkAll } from '../__testUtils__/linkAll';
import { responsesOf } from '../__testUtils__/listOperations';
import { createContract } from '../__testUtils__/openApi';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  storeReading,
} from '../__testUtils__/storeTest';
import { waiverOperations as operations } from '../__testUtils__/waiverOperations';
import { aksTrafficPlugin } from '../plugin';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const contract = createContract();

const ann = mockCredentials.user.header('user:default/ann');
const bob = mockCredentials.user.header('user:default/bob');
const service = mockCredentials.service.header();
const anonymous = mockCredentials.none.header();

const catalogEntities = [
  {
    ...component('storefront', { id: 'storefront' }),
    relations: [{ type: 'ownedBy', targetRef: 'group:default/team-shop' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'team-shop' },
  },
];

const finding: Finding = {
  ruleId: 'mesh-mtls',
  severity: 'high',
  subject: {
    apiVersion: 'v1',
    kind: 'Service',
    namespace: 'shop',
    name: 'web',
  },
  message: 'Traffic inside the cluster is not encrypted.',
  evidence: [],
  remediation: { summary: 'Encrypt it.', actions: ['Turn it on.'] },
  docs: 'docs/rules/mesh-mtls.md',
};

const wanted = {
  cluster: 'alpha',
  namespace: 'shop',
  service: 'web',
  ruleId: 'mesh-mtls',
  subject: finding.subject,
  reason: 'The gateway in front does it.',
  expiresAt: new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString(),
};

async function seed(client: Knex) {
  const store = await createTestStore(client);
  await store.recordDiscovery(discoveryOf(['alpha']));
  await storeReading(
    store,
    analysis({
      services: [
        {
          traffic: serviceTraffic({ findings: [finding] }),
          labelSets: [{ 'backstage.io/kubernetes-id': 'storefront' }],
        },
      ],
    }),
    new Date(),
  );
  await linkAll(client, catalogEntities);
}

type Features = NonNullable<
  NonNullable<Parameters<typeof startTestBackend>[0]>['features']
>;

async function startBackend(client: Knex, features: Features) {
  await seed(client);
  const audits: Record<string, unknown>[] = [];
  const auditor = mockServices.auditor.mock({
    async createEvent({ eventId, meta }) {
      const end = (outcome: string) => async (options?: { meta?: object }) => {
        audits.push({ eventId, outcome, ...meta, ...options?.meta });
      };
      return { success: end('success'), fail: end('fail') };
    },
  });
  const { server } = await startTestBackend({
    features: [
      aksTrafficPlugin,
      mockServices.database.factory({ knex: client }),
      auditor.factory,
      catalogServiceMock.factory({ entities: catalogEntities }),
      mockServices.userInfo.mock({
        async getUserInfo(credentials) {
          const { userEntityRef } =
            credentials.principal as BackstageUserPrincipal;
          return {
            userEntityRef,
            ownershipEntityRefs: [
              userEntityRef,
              ...(userEntityRef === 'user:default/ann'
                ? ['group:default/team-shop']
                : []),
            ],
          };
        },
      }).factory,
      ...features,
    ],
  });
  const send = async (
    operation: keyof typeof operations,
    options: { path?: string; header?: string; body?: object } = {},
  ) => {
    const { path = '', header = ann, body } = options;
    const [method] = operations[operation].split(' ');
    const agent = request(server)
      [method as 'get' | 'post' | 'delete'](
        `/api/aks-traffic/v1/waivers${path}`,
      )
      .set(header ? { authorization: header } : {});
    const response = await (body ? agent.send(body) : agent);
    contract.check(operations[operation], response);
    return response;
  };
  return {
    audits,
    send,
    create: (body: object = wanted, header?: string) =>
      send('create', { body, header }),
    revoke: (id: string, header?: string) =>
      send('revoke', { path: `/${id}`, header }),
    async list(path = '', header?: string): Promise<Waiver[]> {
      const response = await send('list', { path, header });
      expect(response.status).toBe(200);
      return response.body.items;
    },
    async traffic(header = ann) {
      const response = await request(server)
        .get(
          '/api/aks-traffic/v1/entities/component/default/storefront/traffic',
        )
        .set({ authorization: header });
      contract.check(
        'get /v1/entities/{kind}/{namespace}/{name}/traffic',
        response,
      );
      return response.body;
    },
    async listed() {
      const response = await request(server)
        .get('/api/aks-traffic/v1/services')
        .set({ authorization: ann });
      const [{ risk, waivers }] = response.body.items;
      return { risk, waivers };
    },
  };
}

const config = (data = {}) => mockServices.rootConfig.factory({ data });

describe.each(databases.eachSupportedId())('waivers on %s', id => {
  let backend: Awaited<ReturnType<typeof startBackend>>;

  beforeAll(async () => {
    backend = await startBackend(await databases.init(id), [
      config(),
      mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
    ]);
  });

  it('can be made, are shown and counted, and can be taken back', async () => {
    expect(await backend.traffic()).toMatchObject({
      canWaive: true,
      waivers: [],
      services: [{ risk: 'high' }],
    });

    const { status, body } = await backend.create({
      ...wanted,
      owner: 'group:team-shop',
    });

    expect(status).toBe(201);
    const created = {
      ...wanted,
      id: expect.any(String),
      owner: 'group:default/team-shop',
      createdBy: 'user:default/ann',
      createdAt: expect.any(String),
      state: 'active',
    };
    expect(body).toEqual(created);
    expect(await backend.list()).toEqual([created]);
    const page = await backend.send('list', { path: '?limit=1' });
    expect(page.body).toEqual({ items: [created], pageInfo: {} });
    const broken = await backend.send('list', { path: '?cursor=x' });
    expect(broken.status).toBe(400);
    expect(await backend.traffic()).toMatchObject({
      waivers: [created],
      services: [{ risk: 'none', findings: [finding] }],
    });
    expect(await backend.listed()).toEqual({ risk: 'none', waivers: 1 });
    expect(backend.audits.at(-1)).toEqual({
      eventId: 'waiver-create',
      outcome: 'success',
      ...created,
    });

    const again = await backend.create();
    expect(again.status).toBe(409);
    expect(again.body.error.message).toContain(
      `by user:default/ann. Revoke waiver ${body.id} first`,
    );

    const revoked = await backend.revoke(body.id, bob);
    expect(revoked.status).toBe(200);
    expect(revoked.body).toEqual({
      ...created,
      state: 'revoked',
      revokedBy: 'user:default/bob',
      revokedAt: expect.any(String),
    });
    expect(await backend.list('?state=active')).toEqual([]);
    expect(await backend.traffic()).toMatchObject({
      waivers: [{ state: 'revoked' }],
      services: [{ risk: 'high' }],
    });
    expect(await backend.listed()).toEqual({ risk: 'high', waivers: 0 });
    expect(backend.audits.at(-1)).toMatchObject({
      eventId: 'waiver-revoke',
      outcome: 'success',
      id: body.id,
      ruleId: 'mesh-mtls',
    });
    const twice = await backend.revoke(body.id);
    expect(twice.status).toBe(409);
    expect(twice.body.error.message).toContain('revoked by user:default/bob');
  });

  it.each<[object, string]>([
    [{ ...wanted, reason: 'short' }, 'reason must have at least 10'],
    [{ ...wanted, expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt must be in'],
    [
      { ...wanted, owner: 'group:default/nobody' },
      'owner group:default/nobody',
    ],
    [[], 'The body must be a JSON object'],
  ])('are refused when a field is wrong: %j', async (body, message) => {
    const response = await backend.create(body);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(message);
  });

  it('have somebody who answers for them', async () => {
    const response = await backend.create(wanted, service);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain('owner is missing');
  });

  it.each([
    [{ ruleId: 'mesh-mlts' }, 'the nearest one is mesh-mtls'],
    [{ ruleId: 'kubenet-retirement' }, 'It has findings of mesh-mtls'],
    [{ service: 'gone' }, 'There is no Service shop/gone of cluster alpha'],
  ])('are refused for what is not there: %j', async (other, message) => {
    const response = await backend.create({ ...wanted, ...other });
    expect(response.status).toBe(404);
    expect(response.body.error.message).toContain(message);
    expect(backend.audits.at(-1)).toMatchObject({
      eventId: 'waiver-create',
      outcome: 'fail',
    });
  });

  it('are refused when a query parameter is wrong, and it is named', async () => {
    const response = await backend.send('list', { path: '?state=old' });
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain('Query parameter state ');
  });

  it('that nobody made cannot be taken back', async () => {
    expect((await backend.revoke('x')).status).toBe(404);
    expect((await backend.revoke('%00')).status).toBe(404);
  });

  it('are for nobody without credentials', async () => {
    expect((await backend.create(wanted, anonymous)).status).toBe(401);
    expect((await backend.revoke('x', anonymous)).status).toBe(401);
    expect((await backend.send('list', { header: anonymous })).status).toBe(
      401,
    );
  });
});

describe('authorisation of waivers', () => {
  it('refuses callers without the permission to read', async () => {
    const backend = await startBackend(await databases.init('SQLITE_3'), [
      config(),
      mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
    ]);

    expect((await backend.create()).status).toBe(403);
    expect((await backend.revoke('x')).status).toBe(403);
    expect((await backend.send('list')).status).toBe(403);
    expect(backend.audits).toEqual([
      expect.objectContaining({ eventId: 'waiver-create', outcome: 'fail' }),
      expect.objectContaining({ eventId: 'waiver-revoke', outcome: 'fail' }),
    ]);
  });
});

describe('the contract of waivers', () => {
  it('describes exactly what was answered by the tests above', () => {
    expect(responsesOf(operations, [...contract.seen])).toEqual(
      responsesOf(operations, contract.described),
    );
  });
});
