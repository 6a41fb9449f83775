import { Link } from '@backstage/ui';
import { CoverageState } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../../hooks/useTexts';
import { useRouteIfMounted } from '../../../hooks/useRouteIfMounted';
import { coverageOrder, coverageTone } from '../../../model/coverage';
import { clusterCount } from '../../../model/dashboard/dashboardState';
import { clustersRouteRef } from '../../../routes';
import { GapList } from '../../coverage/GapList';
import { Disclosure } from '../../shared/Disclosure';
import { ToneChip } from '../../shared/ToneChip';
import styles from './CoverageStrip.module.css';

const gapsShown = 5;

/** How much of the estate the numbers speak for: clusters by coverage, and what keeps the list of them from being whole. */
export function CoverageStrip(props: {
  coverage: Record<CoverageState, number>;
  gaps: readonly string[];
}) {
  const { coverage, gaps } = props;
  const { t } = useTexts();
  const clustersRoute = useRouteIfMounted(clustersRouteRef);
  const states = [...coverageOrder].reverse().filter(state => coverage[state]);
  return (
    <section className={styles.strip} aria-label={t('coverageStrip.label')}>
      <div className={styles.line}>
        <strong className={styles.label}>
          {t('coverageStrip.clusters', { count: clusterCount({ coverage }) })}
        </strong>
        <ul className={styles.states}>
          {states.map(state => (
            <li key={state}>
              <ToneChip tone={coverageTone(state)}>
                {clustersRoute ? (
                  <Link
                    href={`${clustersRoute()}?coverage=${state}`}
                    variant="body-small"
                    className={styles.link}
                  >
                    {t(`coverageStrip.${state}`, { count: coverage[state] })}
                  </Link>
                ) : (
                  t(`coverageStrip.${state}`, { count: coverage[state] })
                )}
              </ToneChip>
            </li>
          ))}
        </ul>
        <span className={styles.meaning}>
          {coverage.complete === clusterCount({ coverage }) && gaps.length === 0
            ? t('coverageStrip.whole')
            : t('coverageStrip.notWhole')}
        </span>
      </div>
      {gaps.length > 0 && (
        <Disclosure
          nested
          summary={t('coverageStrip.gaps', { count: gaps.length })}
        >
          <GapList gaps={gaps} limit={gapsShown} />
        </Disclosure>
      )}
    </section>
  );
}
