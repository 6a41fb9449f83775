import { Alert, Card, CardBody, Skeleton, Text } from '@backstage/ui';
import { useId } from 'react';
import { useWaiverFilter } from '../../hooks/dashboard/dashboardAddress';
import { useWaivers } from '../../hooks/dashboard/useWaivers';
import { useTexts } from '../../hooks/useTexts';
import { reasonOf } from '../../model/cardState';
import { waiverStates } from '../../model/waivers/waiverState';
import { CardHeading } from '../dashboard/CardHeading';
import { Choice } from '../dashboard/Choice';
import { DashboardFailed } from '../dashboard/states/DashboardFailed';
import styles from './WaiversCard.module.css';
import { WaiversTable } from './WaiversTable';

/** The waivers, the newest first, and how one is made. */
export function WaiversCard() {
  const { t } = useTexts();
  const titleId = useId();
  const [state, setState] = useWaiverFilter();
  const answer = useWaivers({ state });
  const { value: list, error } = answer;
  return (
    <Card>
      <CardBody>
        <section aria-labelledby={titleId} className={styles.card}>
          <CardHeading id={titleId} title={t('waivers.title')}>
            <Choice
              label={t('waivers.state')}
              options={[
                { id: 'all', text: t('filter.all') },
                ...waiverStates.map(id => ({
                  id,
                  text: t(`waiverState.${id}`),
                })),
              ]}
              value={state ?? 'all'}
              onChange={id => setState(id === 'all' ? undefined : id)}
            />
          </CardHeading>
          <Text as="p" variant="body-small" color="secondary">
            {t('waivers.howTo')}
          </Text>
          {error && list === undefined && (
            <DashboardFailed
              title={t('waivers.failed')}
              error={error}
              onRetry={answer.retry}
            />
          )}
          {error && list && (
            <Alert
              status="warning"
              icon
              title={t('coverage.refreshFailedTitle')}
              description={t('coverage.refreshFailed', {
                reason: reasonOf(error),
              })}
            />
          )}
          {!error && list === undefined && (
            <Skeleton width="100%" height={240} aria-hidden="true" />
          )}
          {list && (
            <WaiversTable
              waivers={list.items}
              isStale={answer.isStale}
              isFiltered={state !== undefined}
              onRevoked={answer.retry}
            />
          )}
        </section>
      </CardBody>
    </Card>
  );
}
