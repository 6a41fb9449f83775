import { Alert, Card, CardBody, Skeleton, Text } from '@backstage/ui';
import { ServiceFilter } from 'backstage-plugin-aks-traffic-common';
import { useId, useMemo, useState } from 'react';
import { useHistory } from '../../../hooks/dashboard/useHistory';
import { useTexts } from '../../../hooks/useTexts';
import { burnDownOf, historyFilterOf } from '../../../model/dashboard/burnDown';
import { paceOf } from '../../../model/dashboard/pace';
import { paceText } from '../../../text/paceText';
import { CardHeading } from '../CardHeading';
import { Choice } from '../Choice';
import { DashboardFailed } from '../states/DashboardFailed';
import styles from './BurnDownCard.module.css';
import { BurnDownChart } from './BurnDownChart';
import { BurnDownTable } from './BurnDownTable';
import { DeadlineList } from './DeadlineList';

const spans = ['30', '90', '365'] as const;
const forms = ['chart', 'table'] as const;

/** How many services were at risk on each day, by what they stand on, against the last days of support. */
export function BurnDownCard(props: { filter: ServiceFilter }) {
  const texts = useTexts();
  const { t } = texts;
  const titleId = useId();
  const [span, setSpan] = useState<(typeof spans)[number]>('90');
  const [form, setForm] = useState<(typeof forms)[number]>('chart');
  const answer = useHistory({
    filter: historyFilterOf(props.filter),
    days: Number(span),
  });
  const { value: history } = answer;
  const burnDown = useMemo(() => history && burnDownOf(history), [history]);
  return (
    <Card>
      <CardBody>
        <section aria-labelledby={titleId} className={styles.card}>
          <CardHeading id={titleId} title={t('burnDown.title')}>
            <Choice
              label={t('burnDown.span')}
              options={spans.map(days => ({
                id: days,
                text: t(`burnDown.days${days}`),
              }))}
              value={span}
              onChange={setSpan}
            />
            <Choice
              label={t('burnDown.form')}
              options={forms.map(id => ({ id, text: t(`burnDown.${id}`) }))}
              value={form}
              onChange={setForm}
            />
          </CardHeading>
          {answer.error && history === undefined && (
            <DashboardFailed
              title={t('burnDown.failed')}
              error={answer.error}
              onRetry={answer.retry}
            />
          )}
          {history === undefined && !answer.error && (
            <Skeleton width="100%" height={300} aria-hidden="true" />
          )}
          {history !== undefined && burnDown === undefined && (
            <Alert status="info" icon title={t('burnDown.empty')} />
          )}
          {burnDown && (
            <div className={styles.body} data-stale={answer.isStale}>
              <Text as="p" variant="body-small">
                {paceText(texts, paceOf(burnDown.days))}
              </Text>
              {form === 'chart' ? (
                <BurnDownChart burnDown={burnDown} />
              ) : (
                <BurnDownTable burnDown={burnDown} />
              )}
              <DeadlineList burnDown={burnDown} />
            </div>
          )}
        </section>
      </CardBody>
    </Card>
  );
}
