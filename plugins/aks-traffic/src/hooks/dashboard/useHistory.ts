import { useApi } from '@backstage/frontend-plugin-api';
import {
  ServiceFilter,
  TrafficHistory,
} from 'backstage-plugin-aks-traffic-common';
import { aksTrafficApiRef } from '../../api/aksTrafficApiRef';
import { Answer, useAnswer } from '../useAnswer';

/** Days change once a day: asking more often is only for the count of today. */
const intervalMs = 5 * 60_000;

/** How many of the services that match a filter were at risk on each of the last days. */
export function useHistory(options: {
  filter: ServiceFilter;
  days: number;
}): Answer<TrafficHistory> {
  const api = useApi(aksTrafficApiRef);
  const query = { ...options.filter, days: options.days };
  return useAnswer({
    of: api,
    question: `history ${JSON.stringify(query)}`,
    ask: signal => api.getHistory(query, { signal }),
    intervalMs,
  });
}
