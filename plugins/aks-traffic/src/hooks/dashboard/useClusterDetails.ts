import { useApi } from '@backstage/frontend-plugin-api';
import {
  ClusterDetails,
  ClusterSummary,
} from 'backstage-plugin-aks-traffic-common';
import { aksTrafficApiRef } from '../../api/aksTrafficApiRef';
import { Answer, useAnswer } from '../useAnswer';

/** The controllers of a cluster with their evidence, and the findings about it; anew with each reading. */
export function useClusterDetails(
  cluster: Pick<ClusterSummary, 'name' | 'coverage'>,
): Answer<ClusterDetails> {
  const api = useApi(aksTrafficApiRef);
  const { name, coverage } = cluster;
  return useAnswer({
    of: api,
    question: `cluster ${JSON.stringify([name, coverage.observedAt])}`,
    ask: signal => api.getCluster(name, { signal }),
  });
}
