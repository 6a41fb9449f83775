import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useEntityTraffic } from '../../hooks/useEntityTraffic';
import { useNow } from '../../hooks/useNow';
import { cardStateOf } from '../../model/cardState';
import { TrafficCardView } from './TrafficCardView';

/** The traffic card of the entity whose page it is on. */
export function TrafficCard() {
  const { entity } = useEntity();
  const now = useNow();
  const { retry, ...request } = useEntityTraffic(stringifyEntityRef(entity));
  return (
    <TrafficCardView
      state={cardStateOf(request)}
      entityName={entity.metadata.name}
      now={now}
      onRetry={retry}
    />
  );
}
