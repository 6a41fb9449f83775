import { useApi } from '@backstage/frontend-plugin-api';
import { ServiceList } from 'backstage-plugin-aks-traffic-common';
import { aksTrafficApiRef } from '../../api/aksTrafficApiRef';
import { ServiceView } from '../../model/dashboard/serviceView';
import { Answer, useAnswer } from '../useAnswer';

/** One page of the services that match a view. */
export function useServices(view: ServiceView): Answer<ServiceList> {
  const api = useApi(aksTrafficApiRef);
  const { filter, orderBy, pageSize, cursor } = view;
  const query = { ...filter, orderBy, limit: pageSize, cursor };
  return useAnswer({
    of: api,
    question: `services ${JSON.stringify(query)}`,
    ask: signal => api.listServices(query, { signal }),
  });
}
