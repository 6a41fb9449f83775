import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { EntityTraffic } from 'backstage-plugin-aks-traffic-common';
import { SensitiveValues } from '../sensitive/SensitiveValues';
import { EncodedAnswer } from '../service/answers/EncodedAnswer';
import { DefaultTrafficService } from '../service/DefaultTrafficService';
import { EntityAccess, EntityRequest } from '../service/TrafficService';
import { TrafficStore } from '../store/types';

const decompress = promisify(gunzip);

/** Somebody who asks, and what the policy lets them do. */
export interface Asker
  extends Pick<EntityRequest, 'credentials' | 'conditions'> {
  access?: Partial<EntityAccess>;
}

/** What a replica answers from its own memory, checked against an answer that is made anew. */
export function createAnsweringReplica(options: {
  store: TrafficStore;
  entities: Entity[];
  /** What a user owns things as. */
  ownership(userEntityRef: string): string[];
  staleAfterMs: number;
  clock(): Date;
}) {
  const { store, entities, ownership } = options;
  // Whether answers were made anew is counted by how often verdicts were read.
  const readServices = jest.fn<
    ReturnType<TrafficStore['readServices']>,
    Parameters<TrafficStore['readServices']>
  >(query => store.readServices(query));
  const counted: TrafficStore = Object.create(store, {
    readServices: { value: readServices },
  });
  const service = new DefaultTrafficService({
    ...options,
    store: counted,
    catalog: catalogServiceMock({ entities }),
    retirements: [],
    sensitive: new SensitiveValues({
      auth: mockServices.auth(),
      permissions: mockServices.permissions({ result: AuthorizeResult.ALLOW }),
      userInfo: mockServices.userInfo.mock({
        getUserInfo: async ({ principal }: BackstageCredentials<any>) => ({
          userEntityRef: principal.userEntityRef,
          ownershipEntityRefs: ownership(principal.userEntityRef),
        }),
      }),
      readers: [],
    }),
    freshForMs: 0,
    hurry: async () => {},
  });
  const requestOf = (name: string, { access = {}, ...asker }: Asker) => ({
    entityRef: { kind: 'component', namespace: 'default', name },
    ...asker,
    access: {
      mayListClusters: true,
      mayWaive: async () => false,
      ...access,
    },
  });
  return {
    /** How often an answer was made anew. */
    made: () => readServices.mock.calls.length,
    encoded: (name: string, asker: Asker): Promise<EncodedAnswer> =>
      service.getEntityAnswer(requestOf(name, asker)),
    /** @throws when what is remembered is not what would be answered without a memory. */
    async ask(name: string, asker: Asker): Promise<EntityTraffic> {
      const { gzip } = await service.getEntityAnswer(requestOf(name, asker));
      const answer = JSON.parse((await decompress(gzip)).toString());
      const anew = await service.getEntityTraffic(requestOf(name, asker));
      readServices.mock.calls.pop();
      expect(answer).toEqual(JSON.parse(JSON.stringify(anew)));
      return answer;
    },
  };
}
