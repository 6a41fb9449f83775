import { useApi } from '@backstage/frontend-plugin-api';
import {
  ServiceFilter,
  SummaryGroup,
  TrafficSummary,
} from 'backstage-plugin-aks-traffic-common';
import { aksTrafficApiRef } from '../../api/aksTrafficApiRef';
import { Answer, useAnswer } from '../useAnswer';

/** The services that match a filter, counted by group. */
export function useSummary(options: {
  filter: ServiceFilter;
  groupBy: SummaryGroup;
}): Answer<TrafficSummary> {
  const api = useApi(aksTrafficApiRef);
  const query = { ...options.filter, groupBy: options.groupBy };
  return useAnswer({
    of: api,
    question: `summary ${JSON.stringify(query)}`,
    ask: signal => api.getSummary(query, { signal }),
  });
}
