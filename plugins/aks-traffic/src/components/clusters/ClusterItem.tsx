import { ClusterSummary } from 'backstage-plugin-aks-traffic-common';
import { useId } from 'react';
import { useServicesAddress } from '../../hooks/dashboard/useServicesAddress';
import { useTexts } from '../../hooks/useTexts';
import { RefreshView } from '../../model/clusters/refresh';
import { GapList } from '../coverage/GapList';
import { ClusterEvidence } from './ClusterEvidence';
import { ClusterFacts } from './ClusterFacts';
import { ClusterHeading } from './ClusterHeading';
import styles from './ClusterItem.module.css';
import { RefreshControl } from './RefreshControl';

const gapsShown = 3;

/** One cluster: what it is, what was read of it and when, what could not be and what to do about that. */
export function ClusterItem(props: {
  cluster: ClusterSummary;
  refresh: RefreshView;
  onRefresh: () => void;
  now: Date;
}) {
  const { cluster, refresh, onRefresh, now } = props;
  const { t } = useTexts();
  const titleId = useId();
  const addressOf = useServicesAddress();
  const { gaps } = cluster.coverage;
  return (
    <article aria-labelledby={titleId} className={styles.cluster}>
      <div className={styles.line}>
        <ClusterHeading id={titleId} cluster={cluster} now={now} />
        <RefreshControl
          cluster={cluster.name}
          view={refresh}
          onRefresh={onRefresh}
        />
      </div>
      <ClusterFacts
        cluster={cluster}
        address={addressOf?.({ cluster: [cluster.name] })}
      />
      {gaps.length > 0 && (
        <section aria-label={t('clusters.gaps')} className={styles.gaps}>
          <GapList gaps={gaps} limit={gapsShown} />
        </section>
      )}
      <ClusterEvidence cluster={cluster} now={now} />
    </article>
  );
}
