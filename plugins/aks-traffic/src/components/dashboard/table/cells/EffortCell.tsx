import { ServiceListItem } from 'backstage-plugin-aks-traffic-common';
import { usePlanMove } from '../../../../hooks/dashboard/usePlanMove';
import { useTexts } from '../../../../hooks/useTexts';
import { effortName } from '../../../../text/campaignNames';
import { Lines } from '../../../shared/Lines';
import { PlanMoveButton } from './PlanMoveButton';

/** How much work it is to move the service, and the way to begin with it. */
export function EffortCell(props: {
  item: ServiceListItem;
  planMove: ReturnType<typeof usePlanMove>;
}) {
  const { item, planMove } = props;
  const { entityRef } = item;
  const texts = useTexts();
  return (
    <Lines
      detail={
        planMove !== undefined &&
        entityRef !== undefined &&
        item.state === 'at-risk' && (
          <PlanMoveButton
            item={item}
            onPlan={() => planMove({ ...item, entityRef })}
          />
        )
      }
    >
      {effortName(texts, item.effort)}
    </Lines>
  );
}
