import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
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

const catalog = catalogServiceMock.factory({
  entities: [
    {
      ...component('storefront', { id: 'storefront' }),
      relations: [{ type: 'ownedBy', targetRef: 'group:default/team-shop' }],
    },
  ],
});

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
      .replace('{kind}', 'component')
      .replace('{namespace}', 'default')
      .replace('{name}', 'storefront'),
  }));

/** A backend for a caller who is somebody, and with what configuration says of sensitive values. */
async function startBackend(options: {
  ownership: string[];
  readers?: string[];
}) {
  const client = await databases.init('SQLITE_3');
  const store = await createTestStore(client);
  const now = new Date();
  await store.recordDiscovery(discoveryOf(['alpha']));
  const observation = plantedObservation();
  const analysis = analyzePlanted(observation, now);
  const objects = namedObjects(observation, analysis);
  await storeReading(store, analysis, now, objects);
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
      catalog,
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
