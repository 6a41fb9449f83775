import { useTexts } from '../../../hooks/useTexts';
import { BurnDown } from '../../../model/dashboard/burnDown';
import { systemName } from '../../../text/names';
import { numberText } from '../../../text/numbers';
import { dayText } from '../../../text/times';
import styles from './BurnDownTable.module.css';

/** The burn-down in numbers, the newest day first. */
export function BurnDownTable(props: { burnDown: BurnDown }) {
  const { days, systems } = props.burnDown;
  const texts = useTexts();
  const { t } = texts;
  return (
    <section
      className={styles.scroll}
      aria-label={t('burnDown.tableLabel')}
      // What scrolls must be reachable by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles.table}>
        <caption className={styles.caption}>{t('burnDown.tableLabel')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('burnDown.day')}</th>
            {systems.map(system => (
              <th key={system} scope="col">
                {systemName(texts, system)}
              </th>
            ))}
            <th scope="col">{t('burnDown.total')}</th>
            <th scope="col">{t('burnDown.unreadColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {[...days].reverse().map(day => (
            <tr key={day.time}>
              <th scope="row">{dayText(texts, new Date(day.time))}</th>
              {systems.map(system => (
                <td key={system}>
                  {numberText(texts, day.atRisk[system] ?? 0)}
                </td>
              ))}
              <td>{numberText(texts, day.total)}</td>
              <td>{numberText(texts, day.unread)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
