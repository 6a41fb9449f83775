import { ServiceAssessment } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { Section } from '../shared/Section';
import { TargetItem } from './TargetItem';
import styles from './TargetsSection.module.css';

/** Where the service can move to, the recommended target first. */
export function TargetsSection(props: { assessment: ServiceAssessment }) {
  const { t } = useTexts();
  return (
    <Section title={t('targets.title')} meaning={t('targets.meaning')}>
      <ol className={styles.targets}>
        {props.assessment.targets.map(option => (
          <li key={option.target} className={styles.target}>
            <TargetItem option={option} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
