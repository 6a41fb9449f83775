import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { ServiceId, serviceKey, serviceParameter } from '../model/serviceKey';

/**
 * Gives the address of the traffic tab of any entity, showing one of its Services. The route reference of the tab is of
 * no use for that: it takes the entity from the address of the page one is on. An app that puts the tab at another path
 * than `traffic` gets the entity's first tab.
 */
export function useTrafficTabAddress(): (
  entityRef: string,
  service: ServiceId,
) => string {
  const entityRoute = useRouteRef(entityRouteRef);
  return (entityRef, service) => {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const entityAddress = entityRoute({
      kind: kind.toLocaleLowerCase('en-US'),
      namespace: namespace.toLocaleLowerCase('en-US'),
      name,
    });
    const query = new URLSearchParams({
      [serviceParameter]: serviceKey(service),
    });
    return `${entityAddress}/traffic?${query}`;
  };
}
