import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  BackstageUserPrincipal,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogBackend from '@backstage/plugin-catalog-backend';
import permissionBackend from '@backstage/plugin-permission-backend';
import request from 'supertest';
import { aksTrafficPlugin } from '../../plugin';
import { actingAuth } from '../actingAuth';
import { eventually } from '../eventually';
import { linkAll } from '../linkAll';
import { Caller, CallerName, callers } from './callers';
import { catalogModuleOf } from './catalogModule';
import { catalogEntities, storeEstate } from './estate';
import { rightsPolicy } from './rightsPolicy';

type Server = Awaited<ReturnType<typeof startTestBackend>>['server'];

/** The entities once the catalog has taken all of them in and found their owners. */
async function readCatalog(server: Server): Promise<Entity[]> {
  let entities: Entity[] = [];
  await eventually(async () => {
    const { body } = await request(server)
      .get('/api/catalog/entities')
      .set({ authorization: mockCredentials.service.header() })
      .expect(200);
    entities = body;
    expect(entities).toHaveLength(catalogEntities.length);
    for (const { kind, relations = [] } of entities) {
      expect({ kind, related: relations.length > 0 }).toEqual({
        kind,
        related: true,
      });
    }
  });
  return entities;
}

/**
 * The plugin beside the real catalog and the real permission backend with {@link rightsPolicy}. What is decided, is
 * decided by the rules of the two: nothing is answered in their place.
 */
export async function startBackend(databases: TestDatabases) {
  const client = await databases.init('SQLITE_3');
  const catalogClient = await databases.init('SQLITE_3');
  await storeEstate(client);
  const { server } = await startTestBackend({
    features: [
      aksTrafficPlugin,
      catalogBackend,
      catalogModuleOf(catalogEntities),
      permissionBackend,
      rightsPolicy,
      actingAuth,
      httpAuthServiceFactory,
      permissionsServiceFactory,
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true } },
      }),
      createServiceFactory({
        service: coreServices.database,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) =>
          mockServices.database({
            knex: plugin.getId() === 'catalog' ? catalogClient : client,
            migrations: { skip: false },
          }),
      }),
      mockServices.userInfo.mock({
        async getUserInfo(credentials) {
          const { userEntityRef } =
            credentials.principal as BackstageUserPrincipal;
          const { ownership: ownershipEntityRefs } = Object.values<Caller>(
            callers,
          ).find(({ ownership }) => ownership[0] === userEntityRef)!;
          return { userEntityRef, ownershipEntityRefs };
        },
      }).factory,
    ],
  });
  await linkAll(client, await readCatalog(server));

  const ask = (
    caller: CallerName,
    method: 'get' | 'post' | 'delete',
    path: string,
    body?: object,
  ) => {
    const { header }: Caller = callers[caller];
    return request(server)
      [method](`/api/aks-traffic${path}`)
      .set(header ? { authorization: header } : {})
      .send(body);
  };
  return {
    ask,
    /** As if the clusters had been read just now. */
    freshen: () =>
      client('clusters').update({ attempted_at: new Date().toISOString() }),
  };
}

export type Ask = Awaited<ReturnType<typeof startBackend>>['ask'];
