import { Button } from '@backstage/ui';
import { ServiceListItem } from 'backstage-plugin-aks-traffic-common';
import { useState } from 'react';
import { useTexts } from '../../../../hooks/useTexts';

/** Leads to the template that moves the Service off what is being retired. */
export function PlanMoveButton(props: {
  item: ServiceListItem;
  onPlan: () => Promise<void>;
}) {
  const { item, onPlan } = props;
  const { t } = useTexts();
  const [isPending, setPending] = useState(false);
  return (
    <Button
      size="small"
      variant="tertiary"
      isPending={isPending}
      aria-label={t('move.planOf', { service: item.service })}
      onPress={() => {
        setPending(true);
        onPlan().finally(() => setPending(false));
      }}
    >
      {t('move.plan')}
    </Button>
  );
}
