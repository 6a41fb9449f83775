import { Cell } from '@backstage/ui';
import { ServiceListItem } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../../../hooks/useTexts';
import { daysUntil, parseDay } from '../../../../model/dates';
import { dayText } from '../../../../text/times';
import { Lines } from '../../../shared/Lines';

/** The nearest end of support, and how far away it is. */
export function DeadlineCell(props: { item: ServiceListItem; now: Date }) {
  const { item, now } = props;
  const { deadline, state } = item;
  const texts = useTexts();
  const { t } = texts;
  const day = deadline === undefined ? undefined : parseDay(deadline);
  if (day === undefined) {
    return (
      <Cell>
        <Lines>
          {t(
            state === 'unknown'
              ? 'services.deadlineUnknown'
              : 'services.noDeadline',
          )}
        </Lines>
      </Cell>
    );
  }
  const left = daysUntil({ day, now });
  return (
    <Cell>
      <Lines detail={dayText(texts, day)}>{leftText(left)}</Lines>
    </Cell>
  );

  function leftText(days: number): string {
    if (days === 0) {
      return t('deadline.lastDay');
    }
    return days > 0
      ? t('deadline.daysLeft', { count: days })
      : t('clock.daysPast', { count: -days });
  }
}
