import { ServiceListItem } from 'backstage-plugin-aks-traffic-common';
import { useState } from 'react';
import { useTexts } from '../../../../hooks/useTexts';
import { TextButton } from '../../../shared/TextButton';

/** Leads to the template that moves the Service off what is being retired. */
export function PlanMoveButton(props: {
  item: ServiceListItem;
  onPlan: () => Promise<void>;
}) {
  const { item, onPlan } = props;
  const { t } = useTexts();
  const [isPending, setPending] = useState(false);
  return (
    <TextButton
      isPending={isPending}
      label={t('move.planOf', { service: item.service })}
      onPress={() => {
        setPending(true);
        onPlan().finally(() => setPending(false));
      }}
    >
      {t('move.plan')}
    </TextButton>
  );
}
