import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { coverageOf } from '../service/coverageOf';
import { StoredCluster } from '../store/types';

const states = ['complete', 'partial', 'stale', 'unreachable'] as const;

/**
 * Says of all clusters, when somebody asks for metrics, how many are in which state (`aks_traffic.clusters`) and how
 * old the oldest and the newest good reading are (`aks_traffic.reading.age`, in seconds). Every replica tells the
 * same: take the maximum, not the sum.
 */
export function measureClusters(options: {
  metrics: MetricsService;
  listClusters(): Promise<StoredCluster[]>;
  staleAfterMs: number;
  clock(): Date;
}): void {
  const { metrics, listClusters, staleAfterMs, clock } = options;
  const clusters = metrics.createObservableGauge('aks_traffic.clusters', {
    description: 'Clusters by the state of what is known of them',
  });
  clusters.addCallback(async result => {
    const now = clock();
    const found = (await listClusters()).map(
      cluster => coverageOf(cluster, { now, staleAfterMs }).state,
    );
    for (const state of states) {
      result.observe(found.filter(each => each === state).length, { state });
    }
  });
  const age = metrics.createObservableGauge('aks_traffic.reading.age', {
    description: 'Age of good readings',
    unit: 's',
  });
  age.addCallback(async result => {
    const now = clock().getTime();
    const ages = (await listClusters()).flatMap(({ snapshot }) =>
      snapshot ? (now - new Date(snapshot.observedAt).getTime()) / 1000 : [],
    );
    if (ages.length > 0) {
      result.observe(Math.max(...ages), { which: 'oldest' });
      result.observe(Math.min(...ages), { which: 'newest' });
    }
  });
}
