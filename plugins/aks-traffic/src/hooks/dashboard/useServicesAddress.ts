import { ServiceFilter } from 'backstage-plugin-aks-traffic-common';
import { serviceViewParameters } from '../../model/dashboard/serviceView';
import { servicesRouteRef } from '../../routes';
import { useRouteIfMounted } from '../useRouteIfMounted';

/**
 * Gives the address of the dashboard with a filter set, for links from elsewhere; `undefined` where the app has no
 * dashboard.
 */
export function useServicesAddress():
  | ((filter: ServiceFilter) => string)
  | undefined {
  const servicesRoute = useRouteIfMounted(servicesRouteRef);
  if (servicesRoute === undefined) {
    return undefined;
  }
  return filter => {
    const query = serviceViewParameters({ filter }).toString();
    return query === '' ? servicesRoute() : `${servicesRoute()}?${query}`;
  };
}
