import { Text } from '@backstage/ui';
import { AnnotationTargetVerdict } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { outcomeTone } from '../../model/assessment';
import { outcomeName } from '../../text/assessmentText';
import { asShown } from '../../text/asShown';
import { ExternalLink } from '../shared/ExternalLink';
import { ToneChip } from '../shared/ToneChip';
import styles from './TargetVerdict.module.css';

/** What becomes of something at one target, why, from which version on, and who says so. */
export function TargetVerdict(props: {
  /** Absent when the assessment says nothing about this target. */
  verdict: AnnotationTargetVerdict | undefined;
}) {
  const { verdict } = props;
  const texts = useTexts();
  const { t } = texts;
  if (verdict === undefined) {
    return <ToneChip tone="unknown">{t('annotations.noVerdict')}</ToneChip>;
  }
  const { outcome, reason, replacement, sources } = verdict;
  const needed = [
    verdict.minAksVersion !== undefined &&
      t('annotations.needsAks', { version: verdict.minAksVersion }),
    verdict.minGatewayApiBundle !== undefined &&
      t('annotations.needsBundle', { version: verdict.minGatewayApiBundle }),
  ].filter(Boolean);
  return (
    <div className={styles.verdict}>
      <div className={styles.chips}>
        <ToneChip tone={outcomeTone(outcome)}>
          {outcomeName(texts, outcome)}
        </ToneChip>
        {needed.length > 0 && (
          <Text variant="body-small" weight="bold">
            {needed.join(' · ')}
          </Text>
        )}
      </div>
      <Text as="p" variant="body-small">
        {asShown(reason)}
      </Text>
      {replacement !== undefined && (
        <Text as="p" variant="body-small" color="secondary">
          {t('annotations.replacement', {
            replacement: <code>{asShown(replacement)}</code>,
          })}
        </Text>
      )}
      {sources.length > 0 && (
        <div className={styles.chips}>
          {sources.map((source, index) => (
            <ExternalLink key={source} href={source}>
              {sources.length === 1
                ? t('annotations.source')
                : t('annotations.sourceNumber', { number: String(index + 1) })}
            </ExternalLink>
          ))}
        </div>
      )}
    </div>
  );
}
