import { Text } from '@backstage/ui';
import { AnnotationVerdict } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { asShown } from '../../text/asShown';
import { LongText } from '../shared/LongText';
import { ObjectName } from '../shared/ObjectName';
import { ToneChip } from '../shared/ToneChip';
import styles from './AnnotationName.module.css';

/** An annotation as it stands on its object, what it does, and what is wrong with it. */
export function AnnotationName(props: {
  annotation: AnnotationVerdict;
  /** Whether it says which object carries it. */
  namesObject: boolean;
}) {
  const { annotation, namesObject } = props;
  const { t } = useTexts();
  const { key, value, redacted, status, effective } = annotation;
  const notes = [
    annotation.purpose,
    annotation.aliasOf !== undefined &&
      t('annotations.aliasOf', { name: annotation.aliasOf }),
    annotation.nearest !== undefined &&
      t('annotations.nearest', { name: annotation.nearest }),
    annotation.upstreamRisk !== undefined &&
      t('annotations.upstreamRisk', { risk: annotation.upstreamRisk }),
    redacted && t('annotations.withheldMeaning'),
  ].filter((note): note is string => Boolean(note));
  return (
    <div className={styles.annotation}>
      <code className={styles.key}>{asShown(key)}</code>
      <div className={styles.chips}>
        {annotation.security && (
          <ToneChip tone="warning">{t('annotations.security')}</ToneChip>
        )}
        {status === 'unknown' && (
          <ToneChip tone="unknown">{t('annotations.unknownName')}</ToneChip>
        )}
        {status === 'removed' && (
          <ToneChip tone="warning">{t('annotations.removed')}</ToneChip>
        )}
        {effective === false && status === 'current' && (
          <ToneChip tone="neutral">{t('annotations.noEffect')}</ToneChip>
        )}
        {effective === 'unknown' && (
          <ToneChip tone="unknown">{t('annotations.effectUnknown')}</ToneChip>
        )}
      </div>
      {redacted ? (
        <div className={styles.chips}>
          <ToneChip tone="neutral">{t('annotations.withheld')}</ToneChip>
        </div>
      ) : (
        value !== undefined && (
          <code className={styles.value}>
            <LongText text={value} />
          </code>
        )
      )}
      {annotation.problem !== undefined && (
        <div className={styles.chips}>
          <ToneChip tone="negative">{t('annotations.problem')}</ToneChip>
          <Text variant="body-small">{asShown(annotation.problem)}</Text>
        </div>
      )}
      {notes.map(note => (
        <Text key={note} as="p" variant="body-small" color="secondary">
          {asShown(note)}
        </Text>
      ))}
      {namesObject && <ObjectName object={annotation.object} />}
    </div>
  );
}
