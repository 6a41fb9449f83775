import { useApi } from '@backstage/frontend-plugin-api';
import {
  ClusterDetails,
  ClusterSummary,
} from 'backstage-plugin-aks-traffic-common';
import { aksTrafficApiRef } from '../../api/aksTrafficApiRef';
import { Answer, useAnswer } from '../useAnswer';

/**
 * The controllers of a cluster with their evidence, and the findings about it; anew with each reading, and whenever the
 * list says anything else of them: verdicts change with the day too.
 */
export function useClusterDetails(
  cluster: ClusterSummary,
): Answer<ClusterDetails> {
  const api = useApi(aksTrafficApiRef);
  const { name, coverage, controllers, findingCount } = cluster;
  const told = [coverage.observedAt, controllers, findingCount];
  return useAnswer({
    of: api,
    question: `cluster ${JSON.stringify([name, told])}`,
    ask: signal => api.getCluster(name, { signal }),
  });
}
