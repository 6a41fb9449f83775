import { toError } from '@backstage/errors';
import { useEffect, useState } from 'react';

/** What became of a question to the backend. */
export interface Answer<T> {
  value?: T;
  error?: Error;
  loading: boolean;
}

/** Asks once for each key, and never shows the answer to an earlier one. */
export function useAnswer<T>(
  key: string | undefined,
  ask: (signal: AbortSignal) => Promise<T>,
): Answer<T> {
  const [state, setState] = useState<Answer<T> & { key?: string }>({
    loading: true,
  });
  useEffect(() => {
    if (key === undefined) {
      return undefined;
    }
    const controller = new AbortController();
    setState({ key, loading: true });
    ask(controller.signal).then(
      value => setState({ key, value, loading: false }),
      error => {
        if (!controller.signal.aborted) {
          setState({ key, error: toError(error), loading: false });
        }
      },
    );
    return () => controller.abort();
    // The question is what the key says; the function is new with each render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return state.key === key ? state : { loading: key !== undefined };
}
