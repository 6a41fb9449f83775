import { useTexts } from '../../../hooks/useTexts';
import { campaignOrder } from '../../../model/dashboard/vocabulary';
import { StateMark } from '../../shared/StateMark';
import styles from './StateLegend.module.css';

/** What the colours of the bars stand for, and the two numbers beside them. */
export function StateLegend() {
  const { t } = useTexts();
  return (
    <ul className={styles.legend}>
      {campaignOrder.map(state => (
        <li key={state}>
          <StateMark state={state} />
          {t(`campaignState.${state}`)}
        </li>
      ))}
      <li className={styles.numbers}>{t('breakdown.numbers')}</li>
    </ul>
  );
}
