import { Text } from '@backstage/ui';
import { ReactNode, useId } from 'react';
import { ToneChip } from '../components/shared/ToneChip';
import { useTexts } from '../hooks/useTexts';
import styles from './PatternPicker.module.css';
import { asShown } from '../text/asShown';

/** One of several choices as a radio button, with what speaks for it, or with the reasons where it is not offered. */
export function ChoiceCard(props: {
  /** Name that the choices of a group have in common. */
  group: string;
  title: string;
  recommended?: boolean;
  eligible?: boolean | 'unknown';
  whyNot: readonly string[];
  isChosen: boolean;
  onChoose: () => void;
  /** What is shown of it where it is offered. */
  children?: ReactNode;
}) {
  const { group, title, recommended, eligible, whyNot, isChosen } = props;
  const { onChoose, children } = props;
  const { t } = useTexts();
  const id = useId();
  const isOffered = whyNot.length === 0;
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
          name={group}
          checked={isChosen}
          disabled={!isOffered}
          onChange={onChoose}
          aria-describedby={`${id}-why`}
        />
        <Text weight="bold">{asShown(title)}</Text>
        {recommended && (
          <ToneChip tone="positive">{t('goldenPath.recommended')}</ToneChip>
        )}
        {isOffered && eligible === 'unknown' && (
          <ToneChip tone="warning">{t('goldenPath.notKnown')}</ToneChip>
        )}
        {!isOffered && (
          <ToneChip tone="neutral">{t('goldenPath.notOffered')}</ToneChip>
        )}
      </label>
      <div id={`${id}-why`} className={styles.why}>
        {isOffered ? (
          children
        ) : (
          <ul className={styles.points}>
            {whyNot.map(reason => (
              <li key={reason}>{asShown(reason)}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
