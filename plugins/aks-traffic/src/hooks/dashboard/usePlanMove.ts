import { useApi } from '@backstage/frontend-plugin-api';
import { ServiceListItem } from 'backstage-plugin-aks-traffic-common';
import { useNavigate } from 'react-router-dom';
import { aksTrafficApiRef } from '../../api/aksTrafficApiRef';
import { MovePlan, movePlanOf } from '../../model/movePlan';
import { isSameService } from '../../model/serviceKey';
import { useMoveAddress } from '../useMoveAddress';

/**
 * Goes to the template that moves the Ingresses of a row. What a row does not know is read when somebody asks for it;
 * where that fails the template starts with what the row knows. `undefined` where there is no such template.
 */
export function usePlanMove():
  | ((item: ServiceListItem & { entityRef: string }) => Promise<void>)
  | undefined {
  const api = useApi(aksTrafficApiRef);
  const navigate = useNavigate();
  const addressOf = useMoveAddress();
  if (addressOf === undefined) {
    return undefined;
  }
  return async item => {
    const { entityRef, cluster, namespace } = item;
    const known: MovePlan = { entityRef, cluster, namespace };
    const plan = await api.getEntityTraffic(entityRef).then(
      traffic => {
        const service = traffic.services.find(candidate =>
          isSameService(candidate, item),
        );
        return service && movePlanOf({ traffic, service });
      },
      () => undefined,
    );
    navigate(addressOf(plan ?? known));
  };
}
