import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useEntityTraffic } from '../../hooks/useEntityTraffic';
import { useMoveAddress } from '../../hooks/useMoveAddress';
import { useNow } from '../../hooks/useNow';
import { useRouteIfMounted } from '../../hooks/useRouteIfMounted';
import { cardStateOf } from '../../model/cardState';
import { entityTrafficRouteRef } from '../../routes';
import { TrafficCardView } from './TrafficCardView';

/**
 * What an app can set of the traffic card.
 *
 * @public
 */
export interface TrafficCardProps {
  /**
   * Address at which the folder `docs` of AKS Traffic is published, so that the pages of the rules become links: a page
   * `docs/rules/x.md` is linked to as `<docsUrl>/rules/x.md`. An http or https address without a query or a fragment;
   * with none, or anything else, paths stay text.
   */
  docsUrl?: string;
}

/** The traffic card of the entity whose page it is on. */
export function TrafficCard(props: TrafficCardProps) {
  const { entity } = useEntity();
  const now = useNow();
  const { retry, ...request } = useEntityTraffic(stringifyEntityRef(entity));
  const tabRoute = useRouteIfMounted(entityTrafficRouteRef);
  const moveAddressOf = useMoveAddress();
  return (
    <TrafficCardView
      state={cardStateOf(request)}
      entityName={entity.metadata.name}
      now={now}
      onRetry={retry}
      tabAddress={tabRoute?.()}
      moveAddressOf={moveAddressOf}
      docsUrl={props.docsUrl}
    />
  );
}
