import { Skeleton, VisuallyHidden } from '@backstage/ui';
import {
  ClusterDetails,
  ClusterSummary,
} from 'backstage-plugin-aks-traffic-common';
import { ReactNode } from 'react';
import { useClusterDetails } from '../../hooks/dashboard/useClusterDetails';
import { useTexts } from '../../hooks/useTexts';
import { DashboardFailed } from '../dashboard/states/DashboardFailed';

/** Asks for what the list of clusters leaves out, for the one cluster whose evidence was opened. */
export function WithDetails(props: {
  cluster: ClusterSummary;
  children: (details: ClusterDetails) => ReactNode;
}) {
  const { cluster, children } = props;
  const { t } = useTexts();
  const { value, error, retry } = useClusterDetails(cluster);
  return (
    <>
      {error && (
        <DashboardFailed
          title={t('clusters.detailsFailed')}
          error={error}
          onRetry={retry}
        />
      )}
      {value && children(value)}
      {!value && !error && (
        <div role="status" aria-busy="true">
          <VisuallyHidden>{t('card.loading')}</VisuallyHidden>
          <Skeleton width="100%" height={80} aria-hidden="true" />
        </div>
      )}
    </>
  );
}
