import { useApi } from '@backstage/frontend-plugin-api';
import { ClusterList } from 'backstage-plugin-aks-traffic-common';
import { aksTrafficApiRef } from '../../api/aksTrafficApiRef';
import { Answer, useAnswer } from '../useAnswer';

/** All clusters, with what was read of them and what could not be. */
export function useClusters(
  options: { intervalMs?: number } = {},
): Answer<ClusterList> {
  const api = useApi(aksTrafficApiRef);
  return useAnswer({
    of: api,
    question: 'clusters',
    ask: signal => api.listClusters({ signal }),
    ...options,
  });
}
