import { useApi } from '@backstage/frontend-plugin-api';
import { Waiver, WaiverList } from 'backstage-plugin-aks-traffic-common';
import { aksTrafficApiRef } from '../../api/aksTrafficApiRef';
import { Answer, useAnswer } from '../useAnswer';

/** The waivers in one state, or all of them. */
export function useWaivers(options: {
  state: Waiver['state'] | undefined;
}): Answer<WaiverList> {
  const api = useApi(aksTrafficApiRef);
  const { state } = options;
  return useAnswer({
    of: api,
    question: `waivers ${state ?? 'all'}`,
    ask: signal => api.listWaivers({ state }, { signal }),
  });
}
