import { Link } from '@backstage/ui';
import { EntityTraffic } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { firstMovePlan, MovePlan } from '../../model/movePlan';
import styles from './CardLinks.module.css';

/** Where to go from the card: the whole of it, and the way off what is being retired. */
export function CardLinks(props: {
  traffic: EntityTraffic;
  /** Absent where the app has no Traffic tab. */
  tabAddress: string | undefined;
  /** Absent where there is no template that moves Ingresses. */
  moveAddressOf: ((plan: MovePlan) => string) | undefined;
}) {
  const { traffic, tabAddress, moveAddressOf } = props;
  const { t } = useTexts();
  const plan = moveAddressOf && firstMovePlan(traffic);
  return (
    <div className={styles.links}>
      {tabAddress !== undefined && (
        <Link href={tabAddress} variant="body-small">
          {t('tab.open')}
        </Link>
      )}
      {plan && (
        <Link href={moveAddressOf(plan)} variant="body-small" weight="bold">
          {t('move.plan')}
        </Link>
      )}
    </div>
  );
}
