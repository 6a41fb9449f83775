import { useApi } from '@backstage/frontend-plugin-api';
import { toError } from '@backstage/errors';
import { useCallback, useEffect, useRef, useState } from 'react';
import { aksTrafficApiRef } from '../api/aksTrafficApiRef';
import { TrafficRequest } from '../model/cardState';
import { Polling, startPolling } from './startPolling';
import { useTrafficSignal } from './useTrafficSignal';

const pollIntervalMs = 60_000;

/**
 * Keeps an entity's traffic up to date while the page can be seen: where Backstage's signals are installed as soon as the
 * backend tells of news, and every minute in any case. An answer stays until a newer one is there, so
 * that a failing backend shows as an age and not as an empty card.
 */
export function useEntityTraffic(
  entityRef: string,
): TrafficRequest & { retry: () => void } {
  const api = useApi(aksTrafficApiRef);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<TrafficRequest & { entityRef: string }>({
    entityRef,
    loading: true,
  });
  const polling = useRef<Polling>();
  useTrafficSignal(
    state.traffic?.topics,
    useCallback(() => polling.current?.readSoon(), []),
  );

  useEffect(() => {
    setState(previous => ({
      entityRef,
      traffic: previous.entityRef === entityRef ? previous.traffic : undefined,
      loading: true,
    }));
    const started = startPolling({
      intervalMs: pollIntervalMs,
      read: async signal => {
        try {
          const traffic = await api.getEntityTraffic(entityRef, { signal });
          if (!signal.aborted) {
            setState({ entityRef, traffic, loading: false });
          }
        } catch (error) {
          if (!signal.aborted) {
            setState(previous => ({
              ...previous,
              error: toError(error),
              loading: false,
            }));
          }
        }
      },
    });
    polling.current = started;
    return started.stop;
  }, [api, entityRef, attempt]);

  const retry = useCallback(() => setAttempt(count => count + 1), []);
  const request =
    state.entityRef === entityRef ? state : { entityRef, loading: true };
  return { ...request, retry };
}
