import { ReactNode } from 'react';
import { Tone } from '../../model/tone';
import { asShown } from '../../text/asShown';
import styles from './ToneChip.module.css';

/**
 * A word or two on a coloured ground. The colour repeats what the words say, never more. The space at the end keeps
 * the words apart from what follows for whoever hears the line read out.
 */
export function ToneChip(props: {
  tone: Tone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span className={styles.chip} data-tone={props.tone}>
      {props.icon !== undefined && (
        <span className={styles.icon} aria-hidden="true">
          {props.icon}
        </span>
      )}
      <span>{asShown(props.children)} </span>
    </span>
  );
}
