import { DefaultLinkStore } from 'backstage-plugin-aks-traffic-backend/src/store/DefaultLinkStore';
import { DefaultTrafficStore } from 'backstage-plugin-aks-traffic-backend/src/store/DefaultTrafficStore';
import { Knex } from 'knex';
import { createAnalysis } from './createAnalysis';
import { createEntities } from './createEntities';
import { clusterName, Estate } from './Estate';

const dayMs = 24 * 60 * 60 * 1000;

/** Readings of each cluster, a quarter of a year apart. */
const rounds = 4;
const roundDays = 90;

/** Fills a database with a year of readings of an estate, through the store that the backend writes with. */
export async function seed(options: {
  client: Knex;
  estate: Estate;
  now: Date;
}): Promise<void> {
  const { client, estate, now } = options;
  const store = new DefaultTrafficStore(client);
  await new DefaultLinkStore(client).recordEntities({
    entities: createEntities(estate),
    takenAt: now,
  });
  await store.recordDiscovery({
    clusters: Array.from({ length: estate.clusters }, (_, index) => ({
      name: clusterName(index),
      source: 'azure',
    })),
    visibleSubscriptions: new Set(),
    complete: true,
    gaps: [],
    takenAt: now,
  });
  const indexes = new Map(
    Array.from({ length: estate.clusters }, (_, index) => [
      clusterName(index),
      index,
    ]),
  );
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < estate.clusters; turn += 1) {
      // Different days for different clusters, as readings and moves are.
      const daysAgo =
        (rounds - 1 - round) * roundDays +
        (round === rounds - 1 ? 0 : turn % roundDays);
      const at = new Date(now.getTime() - daysAgo * dayMs);
      const claim = await store.claimNext({
        shard: { index: 0, count: 1 },
        revision: `round-${round}`,
        now: at,
        until: new Date(at.getTime() + 60_000),
      });
      await store.replaceCluster({
        cluster: claim!.cluster,
        claim: claim!.token,
        analysis: createAnalysis(estate, indexes.get(claim!.cluster)!, round),
        observedAt: at.toISOString(),
        analysedAt: at,
        knownKinds: [],
        servicesWhole: true,
        objects: [],
      });
    }
  }
}
