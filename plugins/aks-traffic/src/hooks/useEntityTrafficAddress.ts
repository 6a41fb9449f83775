import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { ServiceId, serviceKey, serviceParameter } from '../model/serviceKey';
import { trafficTabPath } from '../routes';
import { useRouteIfMounted } from './useRouteIfMounted';

/**
 * Gives the address of the Traffic tab of an entity, by its reference, that shows one of its Services; `undefined`
 * where the app has no catalog pages or the reference is none.
 */
export function useEntityTrafficAddress(): (
  entityRef: string,
  service: ServiceId,
) => string | undefined {
  const entityRoute = useRouteIfMounted(entityRouteRef);
  return (entityRef, service) => {
    if (entityRoute === undefined) {
      return undefined;
    }
    try {
      const query = new URLSearchParams({
        [serviceParameter]: serviceKey(service),
      });
      return `${entityRoute(
        entityRouteParams(entityRef),
      )}${trafficTabPath}?${query}`;
    } catch {
      return undefined;
    }
  };
}
