import { Alert, Card, CardBody, Skeleton } from '@backstage/ui';
import { ServiceFilter } from 'backstage-plugin-aks-traffic-common';
import { useId, useState } from 'react';
import { GroupSummaries } from '../../../hooks/dashboard/useGroupSummaries';
import { useTexts } from '../../../hooks/useTexts';
import {
  barsOf,
  BreakdownGroup,
  breakdownGroups,
} from '../../../model/dashboard/breakdown';
import { CardHeading } from '../CardHeading';
import { Choice } from '../Choice';
import { DashboardFailed } from '../states/DashboardFailed';
import styles from './BreakdownCard.module.css';
import { BarList } from './BarList';
import { StateLegend } from './StateLegend';

/** The services by owner, System of the catalog, cluster or ingress system, in stacked bars that filter the table when they are pressed. */
export function BreakdownCard(props: {
  summaries: GroupSummaries;
  filter: ServiceFilter;
  onToggle: (group: BreakdownGroup, value: string) => void;
}) {
  const { summaries, filter, onToggle } = props;
  const { t } = useTexts();
  const titleId = useId();
  const [group, setGroup] = useState<BreakdownGroup>('owner');
  const answer = summaries[group];
  const { value: summary } = answer;
  return (
    <Card>
      <CardBody>
        <section aria-labelledby={titleId} className={styles.card}>
          <CardHeading id={titleId} title={t('breakdown.title')}>
            <Choice
              label={t('breakdown.by')}
              options={breakdownGroups.map(id => ({
                id,
                text: t(`breakdown.${id}`),
              }))}
              value={group}
              onChange={setGroup}
            />
          </CardHeading>
          {summary === undefined && answer.error && (
            <DashboardFailed
              title={t('breakdown.failed')}
              error={answer.error}
              onRetry={answer.retry}
            />
          )}
          {summary === undefined && !answer.error && (
            <Skeleton width="100%" height={280} aria-hidden="true" />
          )}
          {summary && summary.items.length === 0 && (
            <Alert status="info" icon title={t('breakdown.empty')} />
          )}
          {summary && summary.items.length > 0 && (
            <div className={styles.body} data-stale={answer.isStale}>
              <BarList
                group={group}
                bars={barsOf(group, summary.items)}
                chosen={filter[group] ?? []}
                onToggle={value => onToggle(group, value)}
              />
              <StateLegend />
            </div>
          )}
        </section>
      </CardBody>
    </Card>
  );
}
