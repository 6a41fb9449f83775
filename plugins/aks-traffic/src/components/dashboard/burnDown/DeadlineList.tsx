import { useTexts } from '../../../hooks/useTexts';
import { BurnDown } from '../../../model/dashboard/burnDown';
import { systemName } from '../../../text/names';
import { dayText, monthText } from '../../../text/times';
import styles from './DeadlineList.module.css';

/** The ends of support that the chart draws as lines, in words. */
export function DeadlineList(props: { burnDown: BurnDown }) {
  const { deadlines } = props.burnDown;
  const texts = useTexts();
  const { t } = texts;
  if (deadlines.length === 0) {
    return null;
  }
  return (
    <ul className={styles.deadlines}>
      {deadlines.map(({ system, time, precision }) => (
        <li key={system}>
          {precision === 'month'
            ? t('burnDown.lastMonthOf', {
                month: monthText(texts, new Date(time)),
                system: systemName(texts, system),
              })
            : t('burnDown.lastDayOf', {
                date: dayText(texts, new Date(time)),
                system: systemName(texts, system),
              })}
        </li>
      ))}
    </ul>
  );
}
