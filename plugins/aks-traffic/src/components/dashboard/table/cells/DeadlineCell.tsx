import { ServiceListItem } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../../../hooks/useTexts';
import { daysUntil, parseDay } from '../../../../model/dates';
import { daysLeftText } from '../../../../text/deadlineText';
import { lastDayText } from '../../../../text/times';
import { Lines } from '../../../shared/Lines';

/** The nearest end of support, and how far away it is. */
export function DeadlineCell(props: { item: ServiceListItem; now: Date }) {
  const { item, now } = props;
  const { deadline, deadlinePrecision: precision = 'day', state } = item;
  const texts = useTexts();
  const { t } = texts;
  const day = deadline === undefined ? undefined : parseDay(deadline);
  if (day === undefined) {
    return (
      <Lines>
        {t(
          state === 'unknown'
            ? 'services.deadlineUnknown'
            : 'services.noDeadline',
        )}
      </Lines>
    );
  }
  const left = daysUntil({ day, now });
  return (
    <Lines detail={lastDayText(texts, { day, precision })}>
      {left < 0
        ? t('clock.daysPast', { count: -left })
        : daysLeftText(texts, { precision, daysLeft: left })}
    </Lines>
  );
}
