import { Text } from '@backstage/ui';
import { PatternOption } from 'backstage-plugin-aks-traffic-common';
import { useId } from 'react';
import { ToneChip } from '../components/shared/ToneChip';
import { useTexts } from '../hooks/useTexts';
import styles from './PatternPicker.module.css';

/** One pattern as a radio button with what speaks for it and against it. */
export function PatternCard(props: {
  option: PatternOption;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const { option, isChosen, onChoose } = props;
  const { t } = useTexts();
  const id = useId();
  const isOffered = option.whyNot.length === 0;
  return (
    <div
      className={styles.card}
      data-chosen={isChosen || undefined}
      data-offered={isOffered || undefined}
    >
      <label className={styles.head} htmlFor={id}>
        <input
          id={id}
          type="radio"
          name="aks-traffic-pattern"
          checked={isChosen}
          disabled={!isOffered}
          onChange={onChoose}
          aria-describedby={`${id}-why`}
        />
        <Text weight="bold">{option.title}</Text>
        {option.recommended && (
          <ToneChip tone="positive">{t('goldenPath.recommended')}</ToneChip>
        )}
        {isOffered && option.eligible === 'unknown' && (
          <ToneChip tone="warning">{t('goldenPath.notKnown')}</ToneChip>
        )}
        {!isOffered && (
          <ToneChip tone="neutral">{t('goldenPath.notOffered')}</ToneChip>
        )}
      </label>
      <div id={`${id}-why`} className={styles.why}>
        {isOffered ? (
          <>
            <Text>{option.summary}</Text>
            {option.policyReason !== undefined && (
              <Text color="secondary">{option.policyReason}</Text>
            )}
            <Points
              title={t('goldenPath.whenToUse')}
              points={option.whenToUse}
            />
            <Points title={t('goldenPath.gives')} points={option.gives} />
            <Points title={t('goldenPath.limits')} points={option.limits} />
          </>
        ) : (
          <ul className={styles.points}>
            {option.whyNot.map(reason => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function Points({ title, points }: { title: string; points: string[] }) {
  return (
    <div>
      <Text variant="body-small" weight="bold">
        {title}
      </Text>
      <ul className={styles.points}>
        {points.map(point => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}
