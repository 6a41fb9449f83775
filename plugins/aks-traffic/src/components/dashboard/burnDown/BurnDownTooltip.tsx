import { IngressSystem } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../../hooks/useTexts';
import { BurnDownDay } from '../../../model/dashboard/burnDown';
import { systemName } from '../../../text/names';
import { numberText } from '../../../text/numbers';
import { dayText } from '../../../text/times';
import styles from './BurnDownTooltip.module.css';

/** The numbers of the day that is pointed at. */
export function BurnDownTooltip(props: {
  systems: readonly IngressSystem[];
  /** Set by the chart. */
  active?: boolean;
  payload?: readonly { payload?: BurnDownDay }[];
}) {
  const texts = useTexts();
  const { t } = texts;
  const day = props.payload?.[0]?.payload;
  if (!props.active || day === undefined) {
    return null;
  }
  return (
    <div className={styles.tooltip}>
      <strong>{dayText(texts, new Date(day.time))}</strong>
      <dl className={styles.numbers}>
        {props.systems.map(system => (
          <div key={system}>
            <dt>{systemName(texts, system)}</dt>
            <dd>{numberText(texts, day.atRisk[system] ?? 0)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('burnDown.total')}</dt>
          <dd>{numberText(texts, day.total)}</dd>
        </div>
      </dl>
      {day.unread > 0 && (
        <p className={styles.unread}>
          {t('burnDown.unreadClusters', { count: day.unread })}
        </p>
      )}
    </div>
  );
}
