import { Alert } from '@backstage/ui';
import { ErrorLike } from '@backstage/errors';
import { ClusterCoverage } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { reasonOf } from '../../model/cardState';
import { incompleteOf } from '../../model/coverage';
import { Texts } from '../../text/texts';
import { ExpandableList } from '../shared/ExpandableList';
import { ClusterLine } from './ClusterLine';

/** What the reader must know before believing the lines below: readings that are old, partial or failed. */
export function CoverageNotices(props: {
  /** Coverage of the clusters in which the services were found. */
  hosting: readonly ClusterCoverage[];
  refreshError: ErrorLike | undefined;
  now: Date;
}) {
  const { hosting, refreshError, now } = props;
  const texts = useTexts();
  const { t } = texts;
  const byState = new Map<ClusterCoverage['state'], ClusterCoverage[]>();
  for (const cluster of incompleteOf(hosting)) {
    byState.set(cluster.state, [
      ...(byState.get(cluster.state) ?? []),
      cluster,
    ]);
  }
  return (
    <>
      {refreshError && (
        <Alert
          status="warning"
          icon
          mb="3"
          title={t('coverage.refreshFailedTitle')}
          description={t('coverage.refreshFailed', {
            reason: reasonOf(refreshError),
          })}
        />
      )}
      {[...byState].map(([state, clusters]) => (
        <Alert
          key={state}
          status="warning"
          icon
          mb="3"
          title={titleOf(texts, state)}
          description={
            <ExpandableList items={clusters} limit={3}>
              {cluster => <ClusterLine cluster={cluster} now={now} />}
            </ExpandableList>
          }
        />
      ))}
    </>
  );
}

function titleOf({ t }: Texts, state: ClusterCoverage['state']): string {
  switch (state) {
    case 'stale':
      return t('coverage.staleTitle');
    case 'unreachable':
      return t('coverage.unreachableTitle');
    default:
      return t('coverage.partialTitle');
  }
}
