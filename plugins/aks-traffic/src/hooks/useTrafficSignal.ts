import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  TrafficSignal,
  trafficSignalChannel,
} from 'backstage-plugin-aks-traffic-common';
import { useEffect, useRef } from 'react';

/**
 * Tells of news about what an answer is made of. Never, where Backstage's signals are not installed.
 *
 * Not made of `useSignal`, which keeps the last message only: of two that come together the first would be lost.
 *
 * @param topics - those of the answer.
 * @param onNews - the same function each time.
 */
export function useTrafficSignal(
  topics: string[] | undefined,
  onNews: () => void,
): void {
  const signals = useApiHolder().get(signalApiRef);
  const current = useRef(topics);
  current.current = topics;

  useEffect(() => {
    const subscription = signals?.subscribe<Pick<TrafficSignal, 'topics'>>(
      trafficSignalChannel,
      message => {
        if (message.topics?.some(topic => current.current?.includes(topic))) {
          onNews();
        }
      },
    );
    return () => subscription?.unsubscribe();
  }, [signals, onNews]);
}
