import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import { LinkTask } from '../link/LinkTask';
import { DefaultLinkStore } from '../store/DefaultLinkStore';

/** Ties the Services that are stored to the entities of a catalog. */
export async function linkAll(client: Knex, entities: Entity[]): Promise<void> {
  const task = new LinkTask({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    logger: mockServices.logger.mock(),
    store: new DefaultLinkStore(client),
    clock: () => new Date(),
  });
  await task.run(new AbortController().signal);
}
