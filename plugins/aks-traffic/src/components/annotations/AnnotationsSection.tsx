import { Text } from '@backstage/ui';
import { ServiceAssessment } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { targetsOf } from '../../model/assessment';
import { ExpandableList } from '../shared/ExpandableList';
import { Section } from '../shared/Section';
import { SubSection } from '../shared/SubSection';
import { AnnotationTable } from './AnnotationTable';
import { EffectItem } from './EffectItem';

/** What the service's Ingresses ask of NGINX, openly or not, and what becomes of it elsewhere. */
export function AnnotationsSection(props: { assessment: ServiceAssessment }) {
  const { assessment } = props;
  const { annotations, effects } = assessment;
  const { t } = useTexts();
  const targets = targetsOf(assessment);
  return (
    <Section title={t('annotations.title')} meaning={t('annotations.meaning')}>
      {annotations.length === 0 ? (
        <Text as="p" variant="body-small">
          {t('annotations.none')}
        </Text>
      ) : (
        <AnnotationTable annotations={annotations} targets={targets} />
      )}
      {effects.length > 0 && (
        <SubSection title={t('effects.title')}>
          <Text as="p" variant="body-small" color="secondary">
            {t('effects.meaning')}
          </Text>
          <ExpandableList items={effects} limit={10}>
            {effect => <EffectItem effect={effect} targets={targets} />}
          </ExpandableList>
        </SubSection>
      )}
    </Section>
  );
}
