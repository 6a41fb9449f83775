import { ClusterSweep } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { parseMoment } from '../../model/dates';
import { numberText } from '../../text/numbers';
import { Moment } from '../shared/Moment';
import styles from './SweepLine.module.css';

/** How far the newest sweep over the clusters is, or how it ended. */
export function SweepLine(props: { sweep: ClusterSweep; now: Date }) {
  const { sweep, now } = props;
  const texts = useTexts();
  const { t } = texts;
  const { watched, read, failed, left } = sweep;
  const done = watched + read + failed;
  const clusters = done + left;
  const ended = parseMoment(sweep.endedAt);
  const began = parseMoment(sweep.beganAt);
  if (clusters === 0 || began === undefined) {
    return null;
  }
  const number = (value: number) => numberText(texts, value);
  const counts = { done: number(done), clusters: number(clusters) };
  const watches =
    watched > 0 ? t('sweep.watched', { number: number(watched) }) : '';
  const failures =
    failed > 0 ? t('sweep.failed', { number: number(failed) }) : '';
  return (
    <div className={styles.sweep}>
      {ended === undefined && (
        <progress
          aria-label={t('sweep.progress')}
          value={done}
          max={clusters}
        />
      )}
      <span>
        {ended === undefined
          ? t('sweep.underWay', {
              ...counts,
              watches,
              failures,
              age: <Moment moment={began} now={now} />,
            })
          : t('sweep.ended', {
              ...counts,
              watches,
              failures,
              age: <Moment moment={ended} now={now} />,
            })}
      </span>
    </div>
  );
}
