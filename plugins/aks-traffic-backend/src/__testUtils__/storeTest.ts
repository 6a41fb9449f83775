import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import {
  ClusterAnalysis,
  KubernetesObject,
} from 'backstage-plugin-aks-traffic-engine';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { DefaultTrafficStore } from '../store/DefaultTrafficStore';
import { openDatabase } from '../store/openDatabase';
import { DiscoveryRecord, StoredCluster } from '../store/types';

/** The databases every behaviour of the store is tested on. */
export function createTestDatabases(): TestDatabases {
  return TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
}

/** The time at which tests begin. */
export const start = new Date('2026-11-22T10:00:00.000Z');

/** A time some minutes after {@link start}. */
export function minutesLater(minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000);
}

/** A migrated store on an empty database. */
export async function createTestStore(
  client: Knex,
): Promise<DefaultTrafficStore> {
  await openDatabase(
    mockServices.database.mock({
      getClient: async () => client,
      migrations: { skip: false },
    }),
  );
  return new DefaultTrafficStore(client);
}

/** A complete discovery of clusters that differ in name only. */
export function discoveryOf(
  names: string[],
  overrides: Partial<DiscoveryRecord> = {},
): DiscoveryRecord {
  return {
    clusters: names.map(name => ({ name, source: 'config' })),
    visibleSubscriptions: new Set(),
    complete: true,
    gaps: [],
    takenAt: start,
    ...overrides,
  };
}

/** Claims a cluster of the whole estate, in a sweep of its own unless one is named. */
export async function claim(
  store: DefaultTrafficStore,
  now = start,
  revision: string = randomUUID(),
) {
  return store.claimNext({
    shard: { index: 0, count: 1 },
    revision,
    now,
    until: new Date(now.getTime() + 10 * 60_000),
  });
}

/** Claims the cluster of an analysis, which must be the only one due, and stores the analysis as its snapshot. */
export async function storeReading(
  store: DefaultTrafficStore,
  reading: ClusterAnalysis,
  now = start,
  objects: readonly KubernetesObject[] = [],
  servicesWhole = true,
) {
  const { token } = (await claim(store, now))!;
  return store.replaceCluster({
    cluster: reading.cluster.name,
    claim: token,
    analysis: reading,
    objects,
    observedAt: now.toISOString(),
    analysedAt: now,
    knownKinds: [],
    servicesWhole,
  });
}

/** Every cluster, by name. */
export async function listClusters(
  store: DefaultTrafficStore,
): Promise<StoredCluster[]> {
  return (await store.readClusters()).clusters;
}

/** Every Service, in the order of cluster, namespace and name. */
export async function listServices(
  store: DefaultTrafficStore,
): Promise<ServiceTraffic[]> {
  const { services } = await store.readServices({
    accepts: () => true,
    limit: 10_000,
  });
  return services;
}

/** Number of Services by cluster, as they are there and as the clusters say. */
export async function countServices(
  store: DefaultTrafficStore,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { cluster } of await listServices(store)) {
    counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
  }
  for (const { name, services } of await listClusters(store)) {
    expect(services).toBe(counts.get(name) ?? 0);
  }
  return counts;
}
