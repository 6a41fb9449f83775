import { Card, CardBody } from '@backstage/ui';
import { ServiceCounts } from 'backstage-plugin-aks-traffic-common';
import { useId } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { campaignOrder } from '../../../model/dashboard/vocabulary';
import styles from './CampaignCounts.module.css';
import { CountTile } from './CountTile';

/** How many services there are in each state of the campaign; each number leads to the services behind it. */
export function CampaignCounts(props: { total: ServiceCounts }) {
  const { total } = props;
  const { t } = useTexts();
  const titleId = useId();
  return (
    <Card>
      <CardBody>
        <section aria-labelledby={titleId}>
          <h2 id={titleId} className={styles.title}>
            {t('campaign.title', { count: total.services })}
            {total.waived > 0 && (
              <> · {t('campaign.waived', { count: total.waived })}</>
            )}
          </h2>
          <ul className={styles.tiles}>
            {campaignOrder.map(state => (
              <li key={state}>
                <CountTile state={state} services={total.byState[state]} />
              </li>
            ))}
          </ul>
        </section>
      </CardBody>
    </Card>
  );
}
