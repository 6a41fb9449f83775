import { ReactNode } from 'react';
import { asShown } from '../../text/asShown';
import styles from './Lines.module.css';

/** What a cell says, and below it in small what belongs to it. */
export function Lines(props: { children: ReactNode; detail?: ReactNode }) {
  return (
    <div className={styles.lines}>
      <div className={styles.main}>{asShown(props.children)}</div>
      {props.detail && (
        <div className={styles.detail}>{asShown(props.detail)}</div>
      )}
    </div>
  );
}
