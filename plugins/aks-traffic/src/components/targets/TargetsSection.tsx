import { Link } from '@backstage/ui';
import { ServiceAssessment } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { Section } from '../shared/Section';
import { TargetItem } from './TargetItem';
import styles from './TargetsSection.module.css';

/** Where the service can move to, the recommended target first. */
export function TargetsSection(props: {
  assessment: ServiceAssessment;
  /** Of the template that moves the Ingresses; absent where there is none to use. */
  moveAddress: string | undefined;
}) {
  const { assessment, moveAddress } = props;
  const { t } = useTexts();
  return (
    <Section title={t('targets.title')} meaning={t('targets.meaning')}>
      {moveAddress !== undefined && (
        <Link href={moveAddress} weight="bold" className={styles.move}>
          {t('move.plan')}
        </Link>
      )}
      <ol className={styles.targets}>
        {assessment.targets.map(option => (
          <li key={option.target} className={styles.target}>
            <TargetItem option={option} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
