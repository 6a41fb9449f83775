import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';
import { useServicesAddress } from '../../hooks/dashboard/useServicesAddress';
import { useChosenService } from '../../hooks/useChosenService';
import { useEntityTraffic } from '../../hooks/useEntityTraffic';
import { useMoveAddress } from '../../hooks/useMoveAddress';
import { useNow } from '../../hooks/useNow';
import { cardStateOf } from '../../model/cardState';
import { TrafficTabView } from './TrafficTabView';

/**
 * What an app can set of the traffic tab.
 *
 * @public
 */
export interface TrafficTabProps {
  /** As for the card: the address at which the folder `docs` of AKS Traffic is published. */
  docsUrl?: string;
}

/** The traffic tab of the entity whose page it is on. */
export function TrafficTab(props: TrafficTabProps) {
  const { entity } = useEntity();
  const now = useNow();
  const { retry, ...request } = useEntityTraffic(stringifyEntityRef(entity));
  const [chosen, choose] = useChosenService();
  const addressOf = useServicesAddress();
  const moveAddressOf = useMoveAddress();
  return (
    <TrafficTabView
      state={cardStateOf(request)}
      entityName={entity.metadata.name}
      now={now}
      onRetry={retry}
      chosen={chosen}
      onChoose={choose}
      dashboard={
        addressOf && {
          addressOf,
          owners: getEntityRelations(entity, RELATION_OWNED_BY).map(owner =>
            stringifyEntityRef(owner),
          ),
        }
      }
      moveAddressOf={moveAddressOf}
      docsUrl={props.docsUrl}
    />
  );
}
