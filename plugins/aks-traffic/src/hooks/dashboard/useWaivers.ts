import { useApi } from '@backstage/frontend-plugin-api';
import {
  AksTrafficApi,
  Waiver,
  WaiverList,
} from 'backstage-plugin-aks-traffic-common';
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
    ask: signal => listAll(api, { state, signal }),
  });
}

/** The card counts and sorts what it shows, so that it needs every page. */
async function listAll(
  api: AksTrafficApi,
  options: { state: Waiver['state'] | undefined; signal: AbortSignal },
): Promise<WaiverList> {
  const { state, signal } = options;
  const items: Waiver[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.listWaivers(
      { state, limit: 500, cursor },
      { signal },
    );
    items.push(...page.items);
    cursor = page.pageInfo.nextCursor;
  } while (cursor !== undefined);
  return { items, pageInfo: {} };
}
