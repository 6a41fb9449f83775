import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { useTexts } from '../../../hooks/useTexts';
import styles from './DashboardLoading.module.css';

const cards = ['upstream', 'aks', 'counts'];

/** The outline of what is to come. */
export function DashboardLoading() {
  const { t } = useTexts();
  return (
    <div role="status" aria-busy="true">
      <VisuallyHidden>{t('dashboard.loading')}</VisuallyHidden>
      <div className={styles.outline} aria-hidden="true">
        <div className={styles.cards}>
          {cards.map(card => (
            <Skeleton key={card} width="100%" height={132} />
          ))}
        </div>
        <Skeleton width="100%" height={44} />
        <Skeleton width="100%" height={320} />
      </div>
    </div>
  );
}
