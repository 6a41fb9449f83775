import { ClusterSummary } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { coverageTone, isKnownCoverage } from '../../model/coverage';
import { parseMoment } from '../../model/dates';
import { asShown } from '../../text/asShown';
import { Moment } from '../shared/Moment';
import { ToneChip } from '../shared/ToneChip';
import styles from './ClusterHeading.module.css';

/** The name of a cluster, how much of it was read, and when. */
export function ClusterHeading(props: {
  id: string;
  cluster: ClusterSummary;
  now: Date;
}) {
  const { id, cluster, now } = props;
  const { t } = useTexts();
  const { state, observedAt } = cluster.coverage;
  const read = parseMoment(observedAt);
  return (
    <div className={styles.heading}>
      <h3 id={id} className={styles.name}>
        {asShown(cluster.name)}
      </h3>
      <ToneChip tone={coverageTone(state)}>
        {isKnownCoverage(state)
          ? t(`coverageName.${state}`)
          : t('card.unrecognised', { value: state })}
      </ToneChip>
      <span className={styles.age}>
        {read === undefined
          ? t('clusters.neverRead')
          : t('age.read', { age: <Moment moment={read} now={now} /> })}
      </span>
    </div>
  );
}
