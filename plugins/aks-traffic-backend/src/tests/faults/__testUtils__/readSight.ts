import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ClusterCoverage,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { listServices } from '../../../__testUtils__/storeTest';
import { DefaultTrafficService } from '../../../service/DefaultTrafficService';
import { DefaultTrafficStore } from '../../../store/DefaultTrafficStore';

/** What a user sees at one moment. */
export interface Sight {
  coverage: Map<string, ClusterCoverage>;
  /** What may be missing from the list of clusters. */
  gaps: string[];
  services: ServiceTraffic[];
}

/** Reads what the clusters page and the entity pages would show at a time. */
export async function readSight(
  store: DefaultTrafficStore,
  now: Date,
): Promise<Sight> {
  const service = new DefaultTrafficService({
    store,
    catalog: catalogServiceMock(),
    retirements: [],
    sensitive: {
      forCaller: async answer => answer,
      shownServices: async () => 'all',
    },
    staleAfterMs: 60 * 60 * 1000,
    freshForMs: 0,
    clock: () => now,
    hurry: async () => {},
  });
  const { items, gaps } = await service.listClusters({
    credentials: mockCredentials.user(),
  });
  return {
    coverage: new Map(items.map(({ name, coverage }) => [name, coverage])),
    gaps: gaps ?? [],
    services: await listServices(store),
  };
}

/** What the clusters page says at a time, as the page on reliability has it: nothing while all is well. */
export async function readWarnings(
  store: DefaultTrafficStore,
  now: Date,
): Promise<string> {
  const { coverage, gaps } = await readSight(store, now);
  const warnings = [...coverage.values()]
    .filter(({ state }) => state !== 'complete')
    .map(cluster => `${cluster.state}: ${cluster.gaps.join(' ')}`);
  return [...new Set([...warnings, ...gaps])].join('; ') || 'nothing';
}
