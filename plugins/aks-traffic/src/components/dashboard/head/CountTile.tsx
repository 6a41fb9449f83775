import { Link } from '@backstage/ui';
import { CampaignState } from 'backstage-plugin-aks-traffic-common';
import { useServicesAddress } from '../../../hooks/dashboard/useServicesAddress';
import { useTexts } from '../../../hooks/useTexts';
import { numberText } from '../../../text/numbers';
import { StateMark } from '../../shared/StateMark';
import styles from './CountTile.module.css';

/** One state of the campaign: how many services are in it, and what it means to be. */
export function CountTile(props: { state: CampaignState; services: number }) {
  const { state, services } = props;
  const texts = useTexts();
  const { t } = texts;
  const addressOf = useServicesAddress();
  const number = numberText(texts, services);
  return (
    <div className={styles.tile}>
      <p className={styles.number} data-state={state}>
        {number}
      </p>
      <p className={styles.name}>
        <StateMark state={state} />
        {addressOf ? (
          <Link
            href={addressOf({ state: [state] })}
            variant="body-medium"
            aria-label={t('campaign.show', {
              number,
              state: t(`campaignState.${state}`),
            })}
          >
            {t(`campaignState.${state}`)}
          </Link>
        ) : (
          t(`campaignState.${state}`)
        )}
      </p>
      <p className={styles.meaning}>{t(`campaignMeaning.${state}`)}</p>
    </div>
  );
}
