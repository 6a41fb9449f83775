import { CoverageState, Waiver } from 'backstage-plugin-aks-traffic-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { isKnownCoverage } from '../../model/coverage';
import {
  parseServiceView,
  ServiceView,
  serviceViewParameters,
} from '../../model/dashboard/serviceView';
import { isWaiverState } from '../../model/waivers/waiverState';

/*
 * The one place that reads and writes the query part of the address, so that what a tab shows can be shared,
 * bookmarked and gone back to.
 */

/**
 * The view of the services that the address stands for, and the way to change both.
 *
 * @returns The view, and a function that replaces it. With `replace` the view takes the place of the present one in the
 * browser's history, as while typing; otherwise it becomes a new step.
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

/** Which clusters are shown: those of one coverage, or all. */
export function useClusterFilter(): [
  CoverageState | undefined,
  (coverage: CoverageState | undefined) => void,
] {
  return useChoice({ name: 'coverage', isKnown: isKnownCoverage });
}

/** Which waivers are shown: those in one state, or all. */
export function useWaiverFilter(): [
  Waiver['state'] | undefined,
  (state: Waiver['state'] | undefined) => void,
] {
  return useChoice({ name: 'state', isKnown: isWaiverState });
}

function useChoice<T extends string>(options: {
  name: string;
  isKnown: (value: string) => value is T;
}): [T | undefined, (value: T | undefined) => void] {
  const { name, isKnown } = options;
  const [parameters, setParameters] = useSearchParams();
  const value = parameters.get(name);
  const choose = useCallback(
    (chosen: T | undefined) => setParameters(chosen ? { [name]: chosen } : {}),
    [name, setParameters],
  );
  return [value !== null && isKnown(value) ? value : undefined, choose];
}
