import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Entity } from '@backstage/catalog-model';
import request from 'supertest';
import { linkAll } from '../__testUtils__/linkAll';
import { component } from '../__testUtils__/entity';
import { createContract } from '../__testUtils__/openApi';
import {
  analyzePlanted,
  plantedObservation,
} from '../__testUtils__/plantedCluster';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  storeReading,
} from '../__testUtils__/storeTest';
import { namedObjects } from '../objects/namedObjects';
import { aksTrafficPlugin } from '../plugin';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const contract = createContract();

function owned(entity: Entity, owner: string): Entity {
  return { ...entity, relations: [{ type: 'ownedBy', targetRef: owner }] };
}

const shop = owned(
  component('storefront', { id: 'storefront' }),
  'group:default/team-shop',
);

/** An entity that claims the same Service, without having anything to do with it. */
const intruder = owned(
  component('intruder', { 'label-selector': 'backstage.io/kubernetes-id' }),
  'user:default/intruder',
);

/** What an operation has to be asked with. */
const queries: Record<string, string> = {
  '/v1/patterns': '?cluster=alpha',
  '/v1/summary': '?groupBy=owner',
};

/** Every operation that only reads, with the entity and the cluster of the test in its path. */
const reads = contract.described
  .filter(response => /^get .* 200$/.test(response))
  .map(response => response.split(' ')[1])
  .map(path => ({
    path,
    url: `/api/aks-traffic${path}${queries[path] ?? ''}`
      .replace('{kind}/{namespace}/{name}', 'component/default/storefront')
      .replace('/clusters/{name}', '/clusters/alpha'),
  }));

/** A backend for a caller who is somebody, and with what configuration says of sensitive values. */
async function startBackend(options: {
  ownership: string[];
  readers?: string[];
  entities?: Entity[];
}) {
  const { entities = [shop] } = options;
  const client = await databases.init('SQLITE_3');
  const store = await createTestStore(client);
  const now = new Date();
  await store.recordDiscovery(discoveryOf(['alpha']));
  const observation = plantedObservation();
  const analysis = analyzePlanted(observation, now);
  const objects = namedObjects(observation, analysis);
  await storeReading(store, analysis, now, objects);
  await linkAll(client, entities);
  const { server } = await startTestBackend({
    features: [
      aksTrafficPlugin,
      mockServices.rootConfig.factory({
        data: {
          aksTraffic: { sensitiveValues: { readers: options.readers ?? [] } },
        },
      }),
      mockServices.database.factory({ knex: client }),
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/mock',
          ownershipEntityRefs: options.ownership,
        }),
      }).factory,
      catalogServiceMock.factory({ entities }),
    ],
  });
  return (url: string, header = mockCredentials.user.header()) =>
    request(server).get(url).set({ authorization: header });
}

type Backend = Awaited<ReturnType<typeof startBackend>>;

/** Paths whose answers hold a planted value. */
async function planted(get: Backend, header?: string): Promise<string[]> {
  const found: string[] = [];
  for (const { path, url } of reads) {
    const response = await get(url, header);
    expect({ path, status: response.status }).toEqual({ path, status: 200 });
    contract.check(`get ${path}`, response);
    if (response.text.includes('planted')) {
      found.push(path);
    }
  }
  return found;
}

const holders = [
  '/v1/entities/{kind}/{namespace}/{name}/traffic',
  '/v1/entities/{kind}/{namespace}/{name}/objects',
];

describe('values that only owners may see', () => {
  it('are in no answer to who does not own the entity, whatever the policy allows', async () => {
    const get = await startBackend({ ownership: ['user:default/stranger'] });

    expect(await planted(get)).toEqual([]);
  });

  it('are in the answers to its owners', async () => {
    const get = await startBackend({
      ownership: ['user:default/ann', 'group:default/team-shop'],
    });

    expect(await planted(get)).toEqual(holders);
  });

  it('are in the answers to the readers that configuration names, and to services', async () => {
    const get = await startBackend({
      ownership: ['group:default/platform'],
      readers: ['group:default/platform'],
    });

    expect(await planted(get)).toEqual(holders);
    expect(await planted(get, mockCredentials.service.header())).toEqual(
      holders,
    );
  });

  it('are not to be had by claiming the Service of somebody else', async () => {
    const get = await startBackend({
      ownership: ['user:default/intruder'],
      entities: [shop, intruder],
    });

    for (const kind of ['traffic', 'objects']) {
      const { status, text } = await get(
        `/api/aks-traffic/v1/entities/component/default/intruder/${kind}`,
      );
      expect(status).toBe(200);
      expect(text).toContain('server-snippet');
      expect(text).not.toContain('planted');
    }
  });

  it('of others are not in the answers to the owners', async () => {
    const get = await startBackend({
      ownership: ['group:default/team-shop'],
    });

    for (const { url } of reads) {
      expect((await get(url)).text).not.toContain('of-another-team');
    }
    const { text } = await get(
      reads.find(({ path }) => path.endsWith('/objects'))!.url,
    );
    expect(text).toContain('neighbour');
  });

  it('leave the names of all annotations and what is made of them', async () => {
    const get = await startBackend({ ownership: ['user:default/stranger'] });
    for (const path of holders) {
      const { url } = reads.find(each => each.path === path)!;
      const { text } = await get(url);

      expect(text).toContain('nginx.ingress.kubernetes.io/server-snippet');
      expect(text).toContain('(withheld: shown to the owners)');
    }
  });
});
