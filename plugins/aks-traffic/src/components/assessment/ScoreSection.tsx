import { Text } from '@backstage/ui';
import {
  Retirement,
  ServiceAssessment,
} from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { effortTone, highestScore, sumOfLines } from '../../model/assessment';
import { effortName } from '../../text/assessmentText';
import { Claim } from '../shared/Claim';
import { Section } from '../shared/Section';
import { SubSection } from '../shared/SubSection';
import { ToneChip } from '../shared/ToneChip';
import { RetirementItem } from './RetirementItem';
import { ScoreLines } from './ScoreLines';
import styles from './ScoreSection.module.css';

/** How urgent it is to move the service, line by line, and what ends when. */
export function ScoreSection(props: {
  /** Absent when none was made. */
  assessment: ServiceAssessment | undefined;
  retirements: readonly Retirement[];
  now: Date;
}) {
  const { assessment, retirements, now } = props;
  const texts = useTexts();
  const { t } = texts;
  if (assessment === undefined) {
    return (
      <Section title={t('score.title')}>
        <Claim>
          <ToneChip tone="unknown">{t('score.unknown')}</ToneChip>
        </Claim>
        <Text as="p" variant="body-small" color="secondary">
          {t('score.notAssessed')}
        </Text>
      </Section>
    );
  }
  const { score, effort } = assessment;
  const sum = sumOfLines(assessment);
  return (
    <Section title={t('score.title')}>
      <Claim>
        {score === undefined ? (
          <ToneChip tone="unknown">{t('score.unknown')}</ToneChip>
        ) : (
          <Score score={score} />
        )}
        <ToneChip tone={effortTone(effort)}>
          {t('score.effort', { effort: effortName(texts, effort) })}
        </ToneChip>
      </Claim>
      {score === undefined && (
        <Text as="p" variant="body-small" color="secondary">
          {t('score.unknownMeaning')}
        </Text>
      )}
      <SubSection title={t('retirement.title')}>
        {assessment.retirements.length === 0 ? (
          <Text as="p" variant="body-small">
            {score === undefined
              ? t('retirement.noneKnown')
              : t('retirement.none')}
          </Text>
        ) : (
          assessment.retirements.map(applied => (
            <RetirementItem
              key={applied.retirement}
              applied={applied}
              retirement={retirements.find(
                ({ id }) => id === applied.retirement,
              )}
              now={now}
            />
          ))
        )}
      </SubSection>
      {(score !== undefined || assessment.lines.length > 0) && (
        <SubSection title={t('score.lines')}>
          <ScoreLines lines={assessment.lines} />
          {score !== undefined && sum > score && (
            <Text as="p" variant="body-small" color="secondary">
              {t('score.capped', {
                sum: String(sum),
                highest: String(highestScore),
              })}
            </Text>
          )}
        </SubSection>
      )}
    </Section>
  );
}

function Score(props: { score: number }) {
  const { score } = props;
  const { t } = useTexts();
  const text = t('score.of', {
    score: String(score),
    highest: String(highestScore),
  });
  return (
    <span className={styles.score}>
      <span className={styles.number}>{text}</span>
      <meter
        className={styles.meter}
        aria-label={t('score.meter')}
        min={0}
        max={highestScore}
        // Least is best: the colour repeats what the number says.
        optimum={0}
        low={highestScore / 3}
        high={(highestScore * 2) / 3}
        value={score}
      >
        {text}
      </meter>
    </span>
  );
}
