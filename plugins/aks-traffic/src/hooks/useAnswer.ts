import { ErrorLike, toError } from '@backstage/errors';
import { useCallback, useEffect, useRef, useState } from 'react';
import { rememberAnswer, rememberedAnswer } from './rememberedAnswers';
import { startPolling } from './startPolling';

const defaultIntervalMs = 60_000;

/** What is known about the answer to a question. */
export interface Answer<T> {
  /** The newest answer; kept while a newer one, or that to the next question, is asked for. */
  value?: T;
  /** Whether `value` is the answer to an earlier question. */
  isStale: boolean;
  /** Why the last attempt failed. */
  error?: ErrorLike;
  /** Whether an answer is on its way that the reader waits for. */
  isLoading: boolean;
  /** Asks again at once. */
  retry: () => void;
}

interface State<T> {
  question: string;
  value?: T;
  answered?: string;
  error?: ErrorLike;
  isLoading: boolean;
}

/**
 * Keeps the answer to a question up to date while the page can be seen. What was answered stays on the screen until
 * the next answer is there, so that nothing flickers; an answer to an earlier question goes when the next cannot be had.
 */
export function useAnswer<T>(options: {
  /** Who is asked; answers are remembered for it, so that a page that is come back to is there at once. */
  of: object;
  /** Tells questions apart. */
  question: string;
  ask: (signal: AbortSignal) => Promise<T>;
  intervalMs?: number;
}): Answer<T> {
  const { of, question, ask, intervalMs = defaultIntervalMs } = options;
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State<T>>(() => begin({ of, question }));
  const current = useRef(ask);
  current.current = ask;

  useEffect(() => {
    setState(previous =>
      begin({ of, question, previous: { ...previous, error: undefined } }),
    );
    const polling = startPolling({
      intervalMs,
      read: async signal => {
        try {
          const value = await current.current(signal);
          if (!signal.aborted) {
            rememberAnswer({ of, question, value });
            setState({ question, value, answered: question, isLoading: false });
          }
        } catch (error) {
          if (!signal.aborted) {
            setState(previous => ({
              ...previous,
              ...(previous.answered !== question && {
                value: undefined,
                answered: undefined,
              }),
              error: toError(error),
              isLoading: false,
            }));
          }
        }
      },
    });
    return polling.stop;
  }, [of, question, attempt, intervalMs]);

  const retry = useCallback(() => setAttempt(count => count + 1), []);
  const { value, answered, error, isLoading } =
    state.question === question
      ? state
      : begin({ of, question, previous: state });
  return {
    value,
    isStale: value !== undefined && answered !== question,
    error,
    isLoading,
    retry,
  };
}

function begin<T>(options: {
  of: object;
  question: string;
  previous?: State<T>;
}): State<T> {
  const { of, question, previous } = options;
  const remembered = rememberedAnswer<T>({ of, question });
  return {
    question,
    value: remembered ?? previous?.value,
    answered: remembered === undefined ? previous?.answered : question,
    isLoading: true,
  };
}
