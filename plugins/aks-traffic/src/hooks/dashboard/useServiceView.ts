import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  parseServiceView,
  ServiceView,
  serviceViewParameters,
} from '../../model/dashboard/serviceView';

/**
 * The view that the address stands for, and the way to change both. This is the one place that reads and writes the
 * query part of the address, so that a view can be shared, bookmarked and gone back to.
 *
 * @returns The view, and a function that replaces it. Typing replaces the entry of the browser's history that the view
 * has; anything else adds one.
 */
export function useServiceView(): [
  ServiceView,
  (change: (view: ServiceView) => ServiceView, replace?: boolean) => void,
] {
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.toString();
  const view = useMemo(
    () => parseServiceView(new URLSearchParams(text)),
    [text],
  );
  const changeView = useCallback(
    (change: (view: ServiceView) => ServiceView, replace = false) =>
      setParameters(
        previous => serviceViewParameters(change(parseServiceView(previous))),
        { replace },
      ),
    [setParameters],
  );
  return [view, changeView];
}
