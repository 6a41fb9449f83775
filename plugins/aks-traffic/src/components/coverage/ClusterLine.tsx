import { ClusterCoverage } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { parseMoment } from '../../model/dates';
import { ExpandableList } from '../shared/ExpandableList';
import { Moment } from '../shared/Moment';
import styles from './ClusterLine.module.css';

const gapsShown = 3;

/** When a cluster was read, and what could not be read of it or why it could not. */
export function ClusterLine(props: { cluster: ClusterCoverage; now: Date }) {
  const { cluster, now } = props;
  const { t } = useTexts();
  const moment = parseMoment(cluster.observedAt);
  const isOld = cluster.state === 'stale' || cluster.state === 'unreachable';
  return (
    <div className={styles.cluster}>
      {moment === undefined
        ? t('coverage.neverRead', { cluster: cluster.cluster })
        : t(isOld ? 'coverage.lastRead' : 'coverage.readAt', {
            cluster: cluster.cluster,
            age: <Moment moment={moment} now={now} />,
          })}
      {cluster.gaps.length > 0 && (
        <div className={styles.gaps}>
          <ExpandableList items={cluster.gaps} limit={gapsShown}>
            {gap => gap}
          </ExpandableList>
        </div>
      )}
      {cluster.gaps.length === 0 && cluster.state !== 'complete' && (
        <div className={styles.gaps}>{t('coverage.noReason')}</div>
      )}
    </div>
  );
}
