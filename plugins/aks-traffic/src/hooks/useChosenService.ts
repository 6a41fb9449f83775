import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { serviceParameter } from '../model/serviceKey';

/**
 * The Service that the address of a tab names, as its key, and the way to name another: what is looked at can be shared
 * and gone back to.
 */
export function useChosenService(): [
  string | undefined,
  (key: string) => void,
] {
  const [parameters, setParameters] = useSearchParams();
  const choose = useCallback(
    (key: string) =>
      setParameters(previous => {
        const next = new URLSearchParams(previous);
        next.set(serviceParameter, key);
        return next;
      }),
    [setParameters],
  );
  return [parameters.get(serviceParameter) ?? undefined, choose];
}
