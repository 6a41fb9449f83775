import { Alert, Card, CardBody, SearchField, Skeleton } from '@backstage/ui';
import { aksTrafficClusterReadPermission } from 'backstage-plugin-aks-traffic-common';
import { useId, useState } from 'react';
import { useClusterFilter } from '../../hooks/dashboard/dashboardAddress';
import { useClusterRefresh } from '../../hooks/dashboard/useClusterRefresh';
import { useNow } from '../../hooks/useNow';
import { useTexts } from '../../hooks/useTexts';
import { isDenied, reasonOf } from '../../model/cardState';
import { clustersShown } from '../../model/clusters/clustersShown';
import { numberText } from '../../text/numbers';
import { CardHeading } from '../dashboard/CardHeading';
import { DashboardFailed } from '../dashboard/states/DashboardFailed';
import { ClusterItem } from './ClusterItem';
import styles from './ClustersCard.module.css';
import { CoverageChoice } from './CoverageChoice';
import { ManyItems } from './ManyItems';
import { SweepLine } from './SweepLine';

/** The clusters, those first that least was read of. */
export function ClustersCard() {
  const texts = useTexts();
  const { t } = texts;
  const titleId = useId();
  const now = useNow();
  const [coverage, setCoverage] = useClusterFilter();
  const [search, setSearch] = useState('');
  const { answer, refresh, viewOf } = useClusterRefresh();
  const { value: list, error } = answer;
  if (error && isDenied(error)) {
    return (
      <Alert
        status="info"
        icon
        title={t('clusters.deniedTitle')}
        description={t('clusters.denied', {
          permission: aksTrafficClusterReadPermission.name,
        })}
      />
    );
  }
  if (list === undefined) {
    return error ? (
      <DashboardFailed
        title={t('clusters.failed')}
        error={error}
        onRetry={answer.retry}
      />
    ) : (
      <Skeleton width="100%" height={320} aria-hidden="true" />
    );
  }
  const shown = clustersShown({ clusters: list.items, coverage, search });
  return (
    <Card>
      <CardBody>
        <section aria-labelledby={titleId} className={styles.card}>
          <CardHeading
            id={titleId}
            title={t('clusters.title', {
              number: numberText(texts, shown.length),
            })}
          >
            <CoverageChoice value={coverage} onChange={setCoverage} />
            <SearchField
              aria-label={t('clusters.search')}
              placeholder={t('clusters.search')}
              size="small"
              value={search}
              onChange={setSearch}
            />
          </CardHeading>
          {list.sweep && <SweepLine sweep={list.sweep} now={now} />}
          {error && (
            <Alert
              status="warning"
              icon
              title={t('coverage.refreshFailedTitle')}
              description={t('coverage.refreshFailed', {
                reason: reasonOf(error),
              })}
            />
          )}
          {shown.length === 0 && (
            <Alert status="info" icon title={t('clusters.noneMatch')} />
          )}
          <ManyItems items={shown} keyOf={cluster => cluster.name}>
            {cluster => (
              <ClusterItem
                cluster={cluster}
                refresh={viewOf(cluster)}
                onRefresh={() => refresh(cluster)}
                now={now}
              />
            )}
          </ManyItems>
        </section>
      </CardBody>
    </Card>
  );
}
