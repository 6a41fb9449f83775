import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { trafficTabPath } from '../routes';
import { useRouteIfMounted } from './useRouteIfMounted';

/**
 * Gives the address of the Traffic tab of an entity, by its reference; `undefined` where the app has no catalog pages
 * or the reference is none.
 */
export function useEntityTrafficAddress(): (
  entityRef: string,
) => string | undefined {
  const entityRoute = useRouteIfMounted(entityRouteRef);
  return entityRef => {
    if (entityRoute === undefined) {
      return undefined;
    }
    try {
      return `${entityRoute(entityRouteParams(entityRef))}${trafficTabPath}`;
    } catch {
      return undefined;
    }
  };
}
