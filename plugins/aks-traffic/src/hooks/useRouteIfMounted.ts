import {
  RouteFunc,
  RouteRef,
  SubRouteRef,
  useRouteRef,
} from '@backstage/core-plugin-api';

/**
 * The address of a page, or `undefined` where the app has not put it anywhere: an app may show the card without the
 * dashboard. A plain `useRouteRef` throws then.
 */
export function useRouteIfMounted(
  routeRef: RouteRef<undefined> | SubRouteRef<undefined>,
): RouteFunc<undefined> | undefined {
  try {
    return useRouteRef(routeRef);
  } catch {
    return undefined;
  }
}
