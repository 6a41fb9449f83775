import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { analysis, serviceAssessment } from '../__testUtils__/analysis';
import {
  listOperations,
  patternOperations,
  responsesOf,
  seriesOperations,
} from '../__testUtils__/listOperations';
import { createContract } from '../__testUtils__/openApi';
import {
  catalog,
  finding,
  ingressObject,
  seed,
  serviceObject,
  startBackend,
} from '../__testUtils__/restEstate';
import {
  claim,
  createTestDatabases,
  createTestStore,
  discoveryOf,
  storeReading,
} from '../__testUtils__/storeTest';
import { waiverOperations } from '../__testUtils__/waiverOperations';
import { DefaultTrafficStore } from '../store/DefaultTrafficStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const contract = createContract();

const anonymous = mockCredentials.none.header();
const user = mockCredentials.user.header();
const stranger = mockCredentials.user.header('user:default/stranger');
const service = mockCredentials.service.header();

const operations = {
  entity: 'get /v1/entities/{kind}/{namespace}/{name}/traffic',
  objects: 'get /v1/entities/{kind}/{namespace}/{name}/objects',
  clusters: 'get /v1/clusters',
  cluster: 'get /v1/clusters/{name}',
  refresh: 'post /v1/clusters/{name}/refresh',
  openApi: 'get /v1/openapi.json',
};

const objectsPath = (name: string) =>
  `/entities/component/default/${name}/objects`;

const entityPath = (name: string) =>
  `/entities/component/default/${name}/traffic`;

describe.each(databases.eachSupportedId())('REST API on %s', id => {
  let client: Knex;
  let store: DefaultTrafficStore;
  let backend: Awaited<ReturnType<typeof startBackend>>;
  let now: Date;

  beforeAll(async () => {
    client = await databases.init(id);
    store = await createTestStore(client);
    now = new Date();
    await seed(store, now);
    backend = await startBackend(client, AuthorizeResult.ALLOW);
  });

  describe('entity traffic', () => {
    async function entityTraffic(name: string) {
      const response = await backend.get(entityPath(name));
      contract.check(operations.entity, response);
      return response;
    }

    it('is the report of the Services that carry the id', async () => {
      const { status, body } = await entityTraffic('storefront');

      expect(status).toBe(200);
      expect(body).toEqual({
        schemaVersion: 1,
        generatedAt: now.toISOString(),
        entityRef: 'component:default/storefront',
        match: { by: 'kubernetes-id', value: 'storefront' },
        coverage: [
          {
            cluster: 'alpha',
            state: 'complete',
            observedAt: now.toISOString(),
            gaps: [],
          },
          {
            cluster: 'beta',
            state: 'unreachable',
            gaps: ['The cluster has not been read yet.'],
          },
        ],
        clusters: [
          expect.objectContaining({
            name: 'alpha',
            sku: 'Automatic',
            controllers: [expect.objectContaining({ name: 'nginx' })],
          }),
        ],
        services: [
          expect.objectContaining({
            cluster: 'alpha',
            namespace: 'shop',
            service: 'web',
            findings: [finding],
          }),
        ],
        orphans: [
          expect.objectContaining({
            reason: 'One of its paths names no Service.',
          }),
        ],
        retirements: [],
        gaps: ['Subscription x is hidden.'],
        assessments: [serviceAssessment()],
        waivers: [],
        canWaive: true,
        topics: [expect.any(String)],
      });
    });

    it('follows the label selector', async () => {
      const { body } = await entityTraffic('selector');

      expect(body.match.by).toBe('label-selector');
      expect(
        body.services.map((each: { service: string }) => each.service),
      ).toEqual(['api']);
    });

    it('looks only into the annotated cluster', async () => {
      const { body } = await entityTraffic('elsewhere');

      expect(body.services).toEqual([]);
      expect(
        body.coverage.map((each: { cluster: string }) => each.cluster),
      ).toEqual(['beta']);
    });

    it('has no coverage when the annotated cluster is not known', async () => {
      const { body } = await entityTraffic('nowhere');

      expect(body).toMatchObject({
        match: { cluster: 'unheard-of' },
        services: [],
        coverage: [],
      });
    });

    it('says when an entity has no annotation to search by', async () => {
      const { status, body } = await entityTraffic('plain');

      expect(status).toBe(200);
      expect(body).toMatchObject({
        match: { by: 'none' },
        services: [],
        coverage: [],
      });
    });

    it('names the annotation that cannot be understood', async () => {
      const { status, body } = await entityTraffic('broken');

      expect(status).toBe(400);
      expect(body.error).toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('kubernetes-label-selector'),
      });
    });

    it('does not know entities that do not exist', async () => {
      expect((await entityTraffic('no-such-thing')).status).toBe(404);
    });

    it('does not tell an entity that may not be read from one that does not exist', async () => {
      const hidden = await backend.get(entityPath('secret'), stranger);
      const absent = await backend.get(entityPath('absent'), stranger);

      contract.check(operations.entity, hidden);
      expect(hidden.status).toBe(404);
      expect(hidden.body.error).toEqual({
        ...absent.body.error,
        message: absent.body.error.message.replace('absent', 'secret'),
      });
      expect((await backend.get(entityPath('secret'), user)).status).toBe(200);
    });

    it('asks the catalog as the caller', async () => {
      await backend.get(entityPath('storefront'), stranger);

      expect(catalog.getEntityByRef).toHaveBeenLastCalledWith(
        { kind: 'component', namespace: 'default', name: 'storefront' },
        {
          credentials: expect.objectContaining({
            principal: expect.objectContaining({
              userEntityRef: 'user:default/stranger',
            }),
          }),
        },
      );
    });

    it.each(['%00', 'a%2Fb', 'a%3Ab', '..%2F..'])(
      'refuses %p as the name of an entity',
      async name => {
        const response = await backend.get(entityPath(name));
        contract.check(operations.entity, response);
        expect(response.status).toBe(400);
      },
    );

    it.each([
      ['gzip', 'gzip'],
      ['identity', undefined],
    ])(
      'is not sent again while nothing changed, in %s',
      async (coding, sent) => {
        const ask = (etag = '') =>
          backend
            .get(entityPath('storefront'))
            .set({ 'accept-encoding': coding, 'if-none-match': etag });
        const first = await ask();
        const again = await ask(first.headers.etag);
        contract.check(operations.entity, again);

        expect(first.body.services).toHaveLength(1);
        expect(first.headers['content-encoding']).toBe(sent);
        expect(first.headers.etag).toMatch(/^"[\w-]{43}(-gzip)?"$/);
        expect(first.headers['cache-control']).toBe('private, no-cache');
        expect(again.status).toBe(304);
        expect((await ask('"another"')).status).toBe(200);
      },
    );
  });

  describe('clusters', () => {
    it('are listed with what is known and what is not', async () => {
      const response = await backend.get('/clusters');
      contract.check(operations.clusters, response);

      expect(response.body).toEqual({
        items: [
          {
            name: 'alpha',
            source: 'config',
            sku: 'Automatic',
            coverage: expect.objectContaining({ state: 'complete' }),
            attemptedAt: now.toISOString(),
            services: 3,
            egress: ['load-balancer', 'nat-gateway'],
            controllers: [
              { system: 'app-routing-nginx', exposure: 'public' },
              { system: 'app-routing-nginx', exposure: 'public' },
            ],
            findingCount: 1,
          },
          {
            name: 'beta',
            source: 'config',
            coverage: expect.objectContaining({ state: 'unreachable' }),
            services: 0,
            egress: [],
            controllers: [],
            findingCount: 0,
          },
        ],
        gaps: ['Subscription x is hidden.'],
      });
    });

    async function clusterDetails(name: string) {
      const response = await backend.get(`/clusters/${name}`);
      contract.check(operations.cluster, response);
      return response;
    }

    it('come one at a time with the evidence that the list leaves out', async () => {
      const { body: list } = await backend.get('/clusters');
      const { body } = await clusterDetails('alpha');

      expect(body.cluster).toEqual(list.items[0]);
      expect(body.controllers).toEqual([
        expect.objectContaining({ name: 'nginx', evidence: [] }),
        expect.objectContaining({ name: 'other', evidence: [] }),
      ]);
      expect(body.findings).toEqual([finding]);
    });

    it('come one at a time before their first reading too', async () => {
      expect((await clusterDetails('beta')).body).toEqual({
        cluster: expect.objectContaining({ name: 'beta', findingCount: 0 }),
        controllers: [],
        findings: [],
      });
    });

    it('are not known when they are not there', async () => {
      const { status, body } = await clusterDetails('no-such-cluster');

      expect(status).toBe(404);
      expect(body.error.message).toBe('No cluster no-such-cluster is known');
      expect((await clusterDetails('x'.repeat(600))).status).toBe(400);
    });
  });

  describe('entity objects', () => {
    async function entityObjects(name: string, header?: string) {
      const response = await backend.get(objectsPath(name), header);
      contract.check(operations.objects, response);
      return response;
    }

    it('are the Services of the entity and what its verdicts name', async () => {
      const { status, body } = await entityObjects('storefront');

      expect(status).toBe(200);
      expect(body).toEqual({
        items: [serviceObject, ingressObject].map(object => ({
          cluster: 'alpha',
          observedAt: now.toISOString(),
          reference: {
            apiVersion: object.apiVersion,
            kind: object.kind,
            ...object.metadata,
          },
          object,
        })),
      });
    });

    it('are none where nothing is linked', async () => {
      expect((await entityObjects('plain')).body).toEqual({ items: [] });
    });

    it('are refused as the traffic is', async () => {
      expect((await entityObjects('no-such-thing')).status).toBe(404);
      expect((await entityObjects('secret', stranger)).status).toBe(404);
      expect((await entityObjects('broken')).status).toBe(400);
    });
  });

  describe('refresh', () => {
    async function refresh(name: string) {
      const response = await backend.post(`/clusters/${name}/refresh`);
      contract.check(operations.refresh, response);
      return response;
    }

    it('starts a reading and is audited', async () => {
      const { status, body } = await refresh('beta');

      expect(status).toBe(202);
      expect(body).toEqual({ cluster: 'beta', started: true });
      expect(backend.audits.at(-1)).toEqual({
        eventId: 'cluster-refresh',
        outcome: 'success',
        meta: { cluster: 'beta' },
      });
    });

    it('is refused for a moment after a reading', async () => {
      await store.recordDiscovery(discoveryOf(['alpha', 'beta']));
      await storeReading(store, analysis({ cluster: 'beta' }), new Date());
      const response = await refresh('beta');

      expect(response.status).toBe(429);
      expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
      expect(Number(response.headers['retry-after'])).toBeLessThanOrEqual(30);
      expect(response.body.error.name).toBe('RefreshTooSoonError');
      expect(backend.audits.at(-1)).toMatchObject({ outcome: 'fail' });
    });

    it('does not start a second reading', async () => {
      const taken = (await claim(store, new Date()))!;
      const { status, body } = await refresh(taken.cluster);

      expect(status).toBe(202);
      expect(body).toEqual({ cluster: taken.cluster, started: false });
    });

    it('knows no other clusters than those discovered', async () => {
      expect((await refresh('unheard-of')).status).toBe(404);
      expect((await refresh('%00')).status).toBe(400);
    });

    it('says why a cluster that is missing cannot be read', async () => {
      await store.recordDiscovery(
        discoveryOf(['alpha'], { complete: false, takenAt: now }),
      );
      const { status, body } = await refresh('beta');

      expect(status).toBe(409);
      expect(body.error.message).toContain('could not see everything');
    });
  });

  it('serves its own contract', async () => {
    const response = await backend.get('/openapi.json');
    contract.check(operations.openApi, response);
    expect(response.body).toMatchObject({ openapi: '3.1.0' });
  });
});

const routes: [keyof typeof operations, 'get' | 'post', string][] = [
  ['entity', 'get', entityPath('storefront')],
  ['objects', 'get', objectsPath('storefront')],
  ['clusters', 'get', '/clusters'],
  ['cluster', 'get', '/clusters/alpha'],
  ['refresh', 'post', '/clusters/alpha/refresh'],
  ['openApi', 'get', '/openapi.json'],
];

describe('authorisation', () => {
  async function backendWith(result: AuthorizeResult) {
    const client = await databases.init('SQLITE_3');
    await seed(await createTestStore(client), new Date(Date.now() - 60_000));
    return startBackend(client, result);
  }
  let allowing: Awaited<ReturnType<typeof startBackend>>;
  let denying: Awaited<ReturnType<typeof startBackend>>;

  beforeAll(async () => {
    allowing = await backendWith(AuthorizeResult.ALLOW);
    denying = await backendWith(AuthorizeResult.DENY);
  });

  it.each(routes)(
    'refuses anonymous callers: %s',
    async (name, method, path) => {
      const response = await allowing[method](path, anonymous);
      contract.check(operations[name], response);
      expect(response.status).toBe(401);
    },
  );

  it.each(routes.filter(([name]) => name !== 'openApi'))(
    'refuses callers without the permission: %s',
    async (name, method, path) => {
      const response = await denying[method](path);
      contract.check(operations[name], response);
      expect(response.status).toBe(403);
      expect(response.body.error.name).toBe('NotAllowedError');
    },
  );

  it('does not say whether an entity exists to callers without the permission', async () => {
    const response = await denying.get(entityPath('no-such-thing'));
    expect(response.status).toBe(403);
  });

  it('changes nothing for callers without the permission, and audits the attempt', async () => {
    await denying.post('/clusters/beta/refresh');
    expect(denying.audits).toContainEqual({
      eventId: 'cluster-refresh',
      outcome: 'fail',
      meta: { cluster: 'beta' },
    });
  });

  it.each(routes)('lets services in: %s', async (name, method, path) => {
    const response = await allowing[method](path, service);
    contract.check(operations[name], response);
    expect([200, 202]).toContain(response.status);
  });
});

describe('the contract', () => {
  it('describes exactly what was answered by the tests above', () => {
    const elsewhere = responsesOf(
      {
        ...listOperations,
        ...patternOperations,
        ...seriesOperations,
        ...waiverOperations,
      },
      contract.described,
    );
    expect([...contract.seen, ...elsewhere].sort()).toEqual(
      [...contract.described].sort(),
    );
  });
});
