import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { DefaultTrafficStore } from '../store/DefaultTrafficStore';
import { analysis } from './analysis';
import { startListBackend } from './listBackend';
import { settledService } from './retiring';
import { createTestStore, discoveryOf, storeReading } from './storeTest';

/** What a look for clusters finds: `alpha`, as a resource of some group. */
export const lookOf = (group: string, takenAt = new Date()) =>
  discoveryOf([], {
    takenAt,
    clusters: [
      {
        name: 'alpha',
        source: 'config',
        armId: `/subscriptions/1/resourceGroups/${group}/providers/Microsoft.ContainerService/managedClusters/alpha`,
      },
    ],
  });

/** Reads `alpha`, with so many Services. */
export const readAlpha = (store: DefaultTrafficStore, services: number) =>
  storeReading(
    store,
    analysis({
      services: Array.from({ length: services }, (_, index) =>
        settledService(`web-${index}`),
      ),
    }),
    new Date(),
  );

/**
 * A backend that knows and has read `alpha`, of which something becomes when an export has asked the list of clusters
 * for the nth time. Its database has one connection, so that this, in one transaction, is done before what the export
 * asks next.
 */
export async function startExportRace(
  client: Knex,
  options: {
    services: number;
    nth: number;
    act(store: DefaultTrafficStore): Promise<unknown>;
  },
) {
  const store = await createTestStore(client);
  await store.recordDiscovery(lookOf('one'));
  await readAlpha(store, options.services);
  const backend = await startListBackend(client, AuthorizeResult.ALLOW);
  let asked = 0;
  let acted: Promise<unknown> | undefined;
  client.on('query-response', (_, { sql }: { sql: string }) => {
    if (/`topic`.* from `clusters` order by `name`/.test(sql)) {
      asked += 1;
      if (asked === options.nth) {
        acted = client.transaction(tx =>
          options.act(new DefaultTrafficStore(tx)),
        );
      }
    }
  });
  return {
    ...backend,
    /** Fails when it was not come to. */
    acted: async () => {
      if (!acted) {
        throw new Error(`The list of clusters was read ${asked} times`);
      }
      await acted;
    },
  };
}
